namespace LegalService.Casework.Requests;

internal static class Texts
{
    /// <summary>At most that many characters; no half of a surrogate pair at the end.</summary>
    public static string Truncate(this string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
