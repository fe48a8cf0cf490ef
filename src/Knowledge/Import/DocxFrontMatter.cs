namespace LegalService.Knowledge.Import;

/// <summary>Finds title, header, table of contents and headings among the paragraphs of a DOCX, which marks none of them.</summary>
internal static class DocxFrontMatter
{
    private const int TitleLines = 4;
    private const int TitleLength = 150;
    private const int HeaderLines = 12;

    public static ReadResult Split(string file, IReadOnlyList<SourceLine> lines)
    {
        if (lines.Count == 0)
            return ReadResult.Skip(file, "text.empty", "The file holds no text.");
        var next = 0;
        var title = Title(lines, ref next);
        if (title.Length is 0 or > TitleLength || title.Contains('。', StringComparison.Ordinal))
            return ReadResult.Skip(file, "statute.noTitle", "The file does not begin with a title.");
        List<string> history = [];
        while (next < lines.Count && OpensBracket(lines[next].Text) && TakeBracketed(lines, ref next) is { } bracketed)
            history.AddRange(bracketed);
        var text = lines.Skip(next).Select(AsHeading).ToList();
        TableOfContents.Remove(text);
        return ReadResult.Of(new SourceDocument(file, title, PartName: null, history, text));
    }

    private static string Title(IReadOnlyList<SourceLine> lines, ref int next)
    {
        var title = "";
        while (next < Math.Min(lines.Count, TitleLines) && IsTitleLine(lines[next], first: next == 0, lines[0].Centred))
            title += lines[next++].Text;
        return title;
    }

    private static bool IsTitleLine(SourceLine line, bool first, bool centred)
    {
        if (OpensBracket(line.Text) || LinePatterns.IsHeading(line.Text) || TableOfContents.IsTitle(line.Text)
            || LinePatterns.TryReadArticleStart(line.Text, out _, out _, out _))
            return false;
        return first || (centred && line.Centred && !HeaderDates.LooksLikeHistory(line.Text));
    }

    private static bool OpensBracket(string text) => text is ['（' or '(', ..];

    /// <summary>The lines of one bracket, which may run over several paragraphs; null when it is no header.</summary>
    private static List<string>? TakeBracketed(IReadOnlyList<SourceLine> lines, ref int next)
    {
        var (taken, depth) = (new List<string>(), 0);
        for (var index = next; index < Math.Min(lines.Count, next + HeaderLines); index++)
        {
            taken.Add(lines[index].Text);
            depth += lines[index].Text.Sum(c => c is '（' or '(' ? 1 : c is '）' or ')' ? -1 : 0);
            if (depth > 0)
                continue;
            if (!HeaderDates.IsBracketedHistory(string.Concat(taken)))
                return null;
            next = index + 1;
            return taken;
        }

        return null;
    }

    private static SourceLine AsHeading(SourceLine line) =>
        LinePatterns.IsHeading(line.Text) ? line with { Level = (LinePatterns.RankOf(line.Text) ?? 0) + 1 } : line;
}
