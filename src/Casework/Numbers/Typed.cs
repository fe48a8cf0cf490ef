namespace LegalService.Casework.Numbers;

/// <summary>What people type from a slip of paper.</summary>
internal static class Typed
{
    /// <summary>Half-width, upper case, without spaces and hyphens of any kind.</summary>
    public static string Plain(string typed) => string.Concat(
        typed.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant()
            .Where(character => !char.IsWhiteSpace(character) && !char.IsControl(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.DashPunctuation));
}
