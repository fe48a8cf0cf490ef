using System.Text;

namespace LegalService.Casework.Triage;

/// <summary>Brings what names a person into its one form before it is hashed.</summary>
internal static class PersonText
{
    /// <param name="kind"><c>idNumber</c>, <c>phone</c> or <c>name</c>.</param>
    /// <param name="text">As it was sent.</param>
    public static string Normalise(string kind, string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC);
        return kind switch
        {
            "phone" => Phone(string.Concat(plain.Where(char.IsAsciiDigit))),
            // Minority names are written with many kinds of dots.
            "name" => string.Concat(plain.Where(c => !char.IsWhiteSpace(c)).Select(c => c is '•' or '‧' or '・' or '･' or '.' or '．' or '∙' ? '·' : c)).ToUpperInvariant(),
            _ => string.Concat(plain.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant(),
        };
    }

    // +86 and 0086 before a mobile number.
    private static string Phone(string digits)
    {
        foreach (var prefix in new[] { "0086", "86" })
        {
            if (digits.Length == prefix.Length + 11 && digits.StartsWith(prefix, StringComparison.Ordinal))
                return digits[prefix.Length..];
        }

        return digits;
    }
}
