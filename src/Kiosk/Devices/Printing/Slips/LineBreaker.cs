namespace LegalService.Kiosk.Devices.Printing.Slips;

/// <summary>
/// Breaks Chinese text into lines: between any two characters, but neither before a closing mark nor behind an opening one (避头尾), nor within a number or a
/// word in Latin letters that fits on a line.
/// </summary>
/// <param name="width">How wide a piece of text is.</param>
/// <param name="available">How wide a line may be.</param>
internal sealed class LineBreaker(Func<string, float> width, float available)
{
    private const string NeverFirst = "，。、；：？！）》」』】〉…—·%,.;:?!)]}”’";
    private const string NeverLast = "（《「『【〈([{“‘￥";

    /// <summary>The lines of a text; an empty text is one empty line.</summary>
    public IReadOnlyList<string> Break(string text)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
            Break(paragraph, lines);
        return lines;
    }

    private void Break(string paragraph, List<string> lines)
    {
        var line = "";
        foreach (var unit in Units(paragraph).SelectMany(Fitting))
        {
            if (line.Length > 0 && width((line + unit).TrimEnd()) > available)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }

            line += line.Length == 0 ? unit.TrimStart() : unit;
        }

        lines.Add(line.TrimEnd());
    }

    /// <summary>Pieces that stay whole.</summary>
    private static IEnumerable<string> Units(string text)
    {
        var start = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            if (end < text.Length && StaysTogether(text[end - 1], text[end]))
                continue;
            yield return text[start..end];
            start = end;
        }
    }

    /// <summary>A piece that is wider than a line is broken anywhere.</summary>
    private IEnumerable<string> Fitting(string unit)
    {
        while (unit.Length > 1 && width(unit) > available)
        {
            var length = unit.Length - 1;
            while (length > 1 && width(unit[..length]) > available)
                length--;
            if (char.IsHighSurrogate(unit[length - 1]) && length > 1)
                length--;
            yield return unit[..length];
            unit = unit[length..];
        }

        yield return unit;
    }

    private static bool StaysTogether(char before, char after) =>
        char.IsHighSurrogate(before)
        || NeverFirst.Contains(after, StringComparison.Ordinal)
        || NeverLast.Contains(before, StringComparison.Ordinal)
        || (IsOfWord(before) && IsOfWord(after));

    private static bool IsOfWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '/' or '@' or '+';
}
