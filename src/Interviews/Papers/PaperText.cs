using System.Text.RegularExpressions;

namespace LegalService.Interviews.Papers;

/// <summary>
/// Letters and documents as a clerk reads and edits them: one paragraph a line, whose beginning says how it is set (<see cref="PaperLineKind"/>).
/// Placeholders stand in braces. Pure.
/// </summary>
public static partial class PaperText
{
    private static readonly (string Mark, PaperLineKind Kind)[] Marks =
    [
        ("# ", PaperLineKind.Title), ("## ", PaperLineKind.Heading), ("= ", PaperLineKind.Centred), ("| ", PaperLineKind.Salutation), ("> ", PaperLineKind.Right), ("- ", PaperLineKind.Item),
        ("+ ", PaperLineKind.Row),
    ];

    /// <summary>Line by line; empty lines are left out.</summary>
    public static IReadOnlyList<PaperLine> Lines(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(Line)];

    /// <summary>The text of these lines, each with its mark; read again, it gives the same lines.</summary>
    public static string Write(IEnumerable<PaperLine> lines) => string.Join('\n', lines.Select(line => Marks.FirstOrDefault(each => each.Kind == line.Kind).Mark + Escaped(line)));

    /// <summary>The names that stand in braces, in their order.</summary>
    public static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>The text with a value in the place of each name in braces.</summary>
    public static string Fill(string text, Func<string, string> valueOf) => Placeholder().Replace(text, match => valueOf(match.Groups["name"].Value));

    /// <summary>What a citizen wrote is never taken for a mark: its first character becomes the wide one.</summary>
    private static string Escaped(PaperLine line) => line.Kind == PaperLineKind.Paragraph && Line(line.Text).Kind != PaperLineKind.Paragraph
        ? (char)(line.Text[0] + 0xFEE0) + line.Text[1..]
        : line.Text;

    private static PaperLine Line(string line)
    {
        var (mark, kind) = Marks.FirstOrDefault(each => line.StartsWith(each.Mark, StringComparison.Ordinal));
        return mark is null ? new(PaperLineKind.Paragraph, line) : new(kind, line[mark.Length..].Trim());
    }

    [GeneratedRegex(@"\{(?<name>[^{}\n]+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
