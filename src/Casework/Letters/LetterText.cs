using System.Text.RegularExpressions;

namespace LegalService.Casework.Letters;

/// <summary>
/// The text of a letter: one paragraph a line, whose beginning says how it is set (<see cref="LetterLineKind"/>). Placeholders stand in braces; a fact that
/// is not known leaves a blank that names it. Pure.
/// </summary>
public static partial class LetterText
{
    /// <summary>Stands in a draft for the number that issuing gives.</summary>
    public const string Number = "{文号}";

    /// <summary>Stands in a draft for the day of issuing.</summary>
    public const string Day = "{日期}";

    private static readonly (string Mark, LetterLineKind Kind)[] Marks =
    [
        ("# ", LetterLineKind.Title), ("= ", LetterLineKind.Centred), ("| ", LetterLineKind.Salutation), ("> ", LetterLineKind.Right), ("- ", LetterLineKind.Item),
    ];

    /// <summary>Line by line; empty lines are left out.</summary>
    public static IReadOnlyList<LetterLine> Lines(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(Line)];

    /// <summary>What is not known and still stands as a blank, as in 住址.</summary>
    public static IReadOnlyList<string> Blanks(string text) => [.. Blank().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>A blank in the place of a fact.</summary>
    internal static string BlankFor(string name) => $"【{name}：＿＿＿＿＿＿】";

    internal static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Groups["name"].Value);

    internal static string Fill(string text, Func<string, string> valueOf) => Placeholder().Replace(text, match => valueOf(match.Groups["name"].Value));

    private static LetterLine Line(string line)
    {
        var (mark, kind) = Marks.FirstOrDefault(each => line.StartsWith(each.Mark, StringComparison.Ordinal));
        return mark is null ? new(LetterLineKind.Paragraph, line) : new(kind, line[mark.Length..].Trim());
    }

    [GeneratedRegex(@"\{(?<name>[^{}\n]+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex("【(?<name>[^【】：\n]+)：＿+】", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}

/// <summary>A paragraph of a letter.</summary>
/// <param name="Kind">How it is set.</param>
/// <param name="Text">Without its mark.</param>
public sealed record LetterLine(LetterLineKind Kind, string Text);

/// <summary>How a paragraph is set.</summary>
public enum LetterLineKind
{
    /// <summary>Indented by two characters.</summary>
    Paragraph,

    /// <summary><c># </c>: large, in the middle.</summary>
    Title,

    /// <summary><c>= </c>: in the middle, as the number is.</summary>
    Centred,

    /// <summary><c>| </c>: not indented, as who is written to is.</summary>
    Salutation,

    /// <summary><c>- </c>: one of several.</summary>
    Item,

    /// <summary><c>> </c>: at the right, as who writes and the day are.</summary>
    Right,
}
