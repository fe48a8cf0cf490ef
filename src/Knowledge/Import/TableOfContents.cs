namespace LegalService.Knowledge.Import;

/// <summary>A table of contents (目录), which repeats the headings of the text above it.</summary>
internal static class TableOfContents
{
    public static bool IsTitle(string line) => line.Length <= 10 && Plain(line) is "目录" or "目次";

    /// <summary>Takes the table out. When what follows 目录 is not repeated further down, only the word itself goes.</summary>
    public static void Remove(List<SourceLine> lines)
    {
        var start = lines.FindIndex(line => IsTitle(line.Text));
        if (start < 0)
            return;
        var end = start + 1;
        while (end < lines.Count && LinePatterns.IsHeading(WithoutPage(lines[end].Text)))
            end++;
        if (end == start + 1)
        {
            lines.RemoveAt(start);
            return;
        }

        // The run of headings holds the table and, right after it, the first headings of the text.
        var first = Key(lines[start + 1]);
        var again = lines.FindIndex(start + 2, line => Key(line) == first);
        lines.RemoveRange(start, again < 0 ? 1 : Math.Min(again, end) - start);
    }

    private static string Key(SourceLine line) => Plain(WithoutPage(line.Text));

    private static string WithoutPage(string text) => text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '…', '·', '\t', ' ');

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
