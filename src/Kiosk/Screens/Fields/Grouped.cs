namespace LegalService.Kiosk.Screens.Fields;

/// <summary>Long numbers as people compare them.</summary>
internal static class Grouped
{
    /// <summary>139 0000 1234: in groups of these lengths, what is over in the last one.</summary>
    public static string Of(string text, IReadOnlyList<int> groups)
    {
        var parts = new List<string>();
        var from = 0;
        foreach (var length in groups.TakeWhile(_ => from < text.Length))
        {
            parts.Add(text.Substring(from, Math.Min(length, text.Length - from)));
            from += length;
        }
        return string.Join(' ', parts);
    }
}
