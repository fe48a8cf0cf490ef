using System.Text;

namespace LegalService.Knowledge.Import;

/// <summary>
/// Reads the Markdown that collections of statutes use. It goes by lines on purpose: a full Markdown parser takes *, _, &lt; and "1." for
/// markup and would change characters of the law. Only headings and comments are markup here.
/// </summary>
internal static class MarkdownReader
{
    private const string EndOfHeader = "<!-- INFO END -->";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ReadResult Read(string file, ReadOnlySpan<byte> bytes, ImportLimits limits)
    {
        if (bytes.IndexOf((byte)0) >= 0 && !(bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
            return ReadResult.Skip(file, "text.binary", "The file holds null bytes: it is not a text.");
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return ReadResult.Skip(file, "text.notUtf8", "The file is not UTF-8. Convert it (it may be GB18030 or UTF-16).");
        }

        var lines = Lines(text);
        if (lines.Count == 0)
            return ReadResult.Skip(file, "text.empty", "The file holds no text.");
        if (lines.Count > limits.MaxParagraphs)
            return ReadResult.Skip(file, "text.tooLarge", $"The file has more than {limits.MaxParagraphs} lines.");
        var titleAt = lines.FindIndex(line => line.Level == 1);
        return titleAt < 0
            ? ReadResult.Skip(file, "statute.noTitle", "No line starts with '# ', so the law has no title.")
            : ReadResult.Of(Document(file, lines, titleAt));
    }

    private static SourceDocument Document(string file, List<SourceLine> lines, int titleAt)
    {
        var start = titleAt + 1;
        var partName = start < lines.Count && lines[start].Level == 1 ? lines[start++].Text : null;
        var end = lines.FindIndex(line => line.Text == EndOfHeader);
        // Without the marker the header ends where the text plainly begins.
        var headerEnd = end >= start ? end : HeaderEndByForm(lines, start);
        return new SourceDocument(
            file,
            lines[titleAt].Text,
            partName,
            [.. lines[..titleAt].Concat(lines[start..headerEnd]).Select(line => line.Text).Where(NotComment)],
            [.. lines[headerEnd..].Where(line => NotComment(line.Text))]);
    }

    private static int HeaderEndByForm(List<SourceLine> lines, int start)
    {
        var index = start;
        while (index < lines.Count && lines[index].Level == 0 && HeaderDates.LooksLikeHistory(lines[index].Text))
            index++;
        return index;
    }

    private static bool NotComment(string text) =>
        !(text.StartsWith("<!--", StringComparison.Ordinal) && text.EndsWith("-->", StringComparison.Ordinal));

    private static List<SourceLine> Lines(string text)
    {
        var lines = new List<SourceLine>();
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = SourceText.Trim(raw.ToString());
            var level = line.AsSpan().IndexOfAnyExcept('#') is >= 0 and var count ? count : line.Length;
            if (level is >= 1 and <= 6 && (level == line.Length || char.IsWhiteSpace(line[level])))
                line = SourceText.Trim(line[level..]);
            else
                level = 0;
            if (line.Length > 0)
                lines.Add(new SourceLine(line, level));
        }

        return lines;
    }
}
