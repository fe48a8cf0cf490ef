using System.Text.RegularExpressions;

namespace LegalService.Interviews.Fields;

/// <summary>A mobile number, or a landline with its area code, in China.</summary>
public readonly partial record struct PhoneNumber
{
    private PhoneNumber(string value, bool isMobile)
    {
        Value = value;
        IsMobile = isMobile;
    }

    /// <summary>11 digits; a landline as 0479-3561234.</summary>
    public string Value { get; }

    /// <summary>Whether it can take a short message.</summary>
    public bool IsMobile { get; }

    /// <summary>For screens and slips: the beginning and the end.</summary>
    public string Masked => IsMobile
        ? string.Concat(Value.AsSpan(0, 3), "****", Value.AsSpan(7))
        : string.Concat(Value.AsSpan(0, Value.IndexOf('-', StringComparison.Ordinal) + 1), "****", Value.AsSpan(Value.Length - 3));

    /// <summary>Reads a number; spaces, hyphens, brackets, full-width digits and the country code are put right.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="number">The number.</param>
    /// <param name="code">What is wrong: phone.length, .areaCode, .format; empty when nothing is.</param>
    public static bool TryParse(string text, out PhoneNumber number, out string code)
    {
        number = default;
        var digits = Typed.Compact(text).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        digits = CountryCode().Replace(digits, "");
        if (Mobile().IsMatch(digits))
            number = new(digits, isMobile: true);
        else if (Landline().Match(digits) is { Success: true } match)
            number = new($"{match.Groups["area"].Value}-{match.Groups["local"].Value}", isMobile: false);
        code = number.Value is not null ? "" : Fault(digits);
        return code.Length == 0;
    }

    private static string Fault(string digits)
    {
        if (!digits.All(char.IsAsciiDigit))
            return "phone.format";
        if (digits.Length is 7 or 8 && digits[0] != '0')
            return "phone.areaCode";
        return digits is ['1', ..] && digits.Length != 11 ? "phone.length" : "phone.format";
    }

    /// <summary>The number, whole.</summary>
    public override string ToString() => Value;

    [GeneratedRegex(@"^(\+|00)?86(?=1[3-9]\d{9}$|0\d{9})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"^1[3-9][0-9]{9}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(?<area>010|02[0-9]|0[3-9][0-9]{2})(?<local>[2-8][0-9]{6,7})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Landline();
}
