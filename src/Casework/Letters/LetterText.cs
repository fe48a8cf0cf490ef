using System.Text.RegularExpressions;
using LegalService.Interviews.Papers;

namespace LegalService.Casework.Letters;

/// <summary>What the text of a letter has beyond that of any paper (<see cref="PaperText"/>): a fact that is not known leaves a blank that names it. Pure.</summary>
public static partial class LetterText
{
    /// <summary>Stands in a draft for the number that issuing gives.</summary>
    public const string Number = "{文号}";

    /// <summary>Stands in a draft for the day of issuing.</summary>
    public const string Day = "{日期}";

    /// <summary>What is not known and still stands as a blank, as in 住址.</summary>
    public static IReadOnlyList<string> Blanks(string text) => [.. Blank().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>A blank in the place of a fact.</summary>
    internal static string BlankFor(string name) => $"【{name}：＿＿＿＿＿＿】";

    [GeneratedRegex("【(?<name>[^【】：\n]+)：＿+】", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
