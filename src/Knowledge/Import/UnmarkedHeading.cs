using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>
/// Headings that the file does not mark: the second line of a heading that was broken in two, or a chapter or section that lost its marker.
/// They are short, end without punctuation, and the next thing after them is an article or a heading.
/// </summary>
internal static class UnmarkedHeading
{
    private const int MaxLines = 3;
    private const int MaxLength = 40;

    /// <summary>True when the line goes on with the heading just above it.</summary>
    public static bool Continues(IReadOnlyList<SourceLine> lines, int index) =>
        After(lines, index) is { } next && (lines[next].Level > 0 || StartsArticle(lines[next], out _));

    /// <summary>True when the line is a heading between two articles.</summary>
    /// <param name="lines">The document.</param>
    /// <param name="index">The line.</param>
    /// <param name="follows">Whether a number is the one after the last article.</param>
    public static bool Starts(IReadOnlyList<SourceLine> lines, int index, Func<ArticleNumber, bool> follows) =>
        After(lines, index) is { } next && StartsArticle(lines[next], out var number) && follows(number);

    private static int? After(IReadOnlyList<SourceLine> lines, int index)
    {
        for (var next = index; next < Math.Min(lines.Count, index + MaxLines + 1); next++)
        {
            var ends = lines[next].Level > 0 || StartsArticle(lines[next], out _);
            if (ends)
                return next > index && IsName(lines[next - 1].Text) ? next : null;
            if (!IsName(lines[next].Text.TrimEnd('、')))
                return null;
        }

        return null;
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= MaxLength && !IsPunctuation(text[^1]) && text.AsSpan().IndexOfAny("＝=×÷") < 0;

    private static bool IsPunctuation(char character) => char.IsPunctuation(character) && character is not ('）' or ')' or '》');

    private static bool StartsArticle(SourceLine line, out ArticleNumber number) =>
        LinePatterns.TryReadArticleStart(line.Text, out number, out _, out var separated) && separated;
}
