using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace LegalService.Knowledge.Checking;

/// <summary>On which side of the line the number itself stands.</summary>
public enum Boundary
{
    /// <summary>No comparison.</summary>
    None,

    /// <summary>With the greater ones: 三年以上, 至少三年, 满三年; and the same line from below: 不满三年.</summary>
    Up,

    /// <summary>With the smaller ones: 三年以下, 三年以内, 最多三年, 不超过三年; and the same line from above: 超过三年.</summary>
    Down,
}

/// <summary>A number with the word that compares it.</summary>
/// <param name="Fact">The number and its unit.</param>
/// <param name="Boundary">Where the number itself stands.</param>
/// <param name="Word">The comparing word, such as 以上 or 超过; empty when there is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Comparison(NumberFact Fact, Boundary Boundary, string Word);

/// <summary>
/// Finds comparisons in Chinese text. What counts is the line they draw: whoever says 一年内要办 and 超过一年就不行 says the same, and
/// whoever says 一年以上 for 超过一年 wins or loses the case of exactly one year.
/// </summary>
public static partial class Comparisons
{
    private const int Before = 14;
    private const int After = 6;

    /// <summary>Every number of a text with its comparison, in order.</summary>
    public static IEnumerable<Comparison> In(string text)
    {
        foreach (var (fact, normalized, start, end) in NumberFacts.Locate(text))
        {
            var after = Suffix().Match(normalized[end..Math.Min(normalized.Length, end + After)]);
            if (after.Success)
            {
                yield return new Comparison(fact, after.Groups["up"].Success ? Boundary.Up : Boundary.Down, after.Groups["word"].Value);
                continue;
            }

            var before = Prefix().Match(normalized[Math.Max(0, start - Before)..start]);
            yield return before.Success
                ? new Comparison(fact, before.Groups["up"].Success ? Boundary.Up : Boundary.Down, before.Groups["word"].Value)
                : new Comparison(fact, Boundary.None, "");
        }
    }

    [GeneratedRegex(
        """
        ^\s*的?(?<word>
            (?<up>(及|或|或者|和)?以上|起步)
           |(?<down>(及|或|或者|和)?以[下内]|之?内|为限|封顶|(之|以)外)
        )
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Suffix();

    // Longer words first: 不超过 is no 超过. Between an adverb and its number stands a verb (最多算十二年), between a verb and its number the
    // thing that is measured (超过月工资的百分之二十). 超过的罚二百元 compares nothing with two hundred,
    // and in 最高时速低于七十公里 it is 低于 that compares.
    [GeneratedRegex(
        """
        (
            (?<word>(?<down>最多|至多|最长|最高|最迟|最晚|顶多)|(?<up>至少|最少|最低|最短))
            [^零一二两三四五六七八九十百千万\d\p{P}\s不未没超于满足逾]{0,4}
        |
            (?<word>
                (?<down>(不得|不能|不会|不可以|不准|不许|不可|不应|不|没有|没|未)\s*(超过|高于|多于|大于|长于|超出|晚于|迟于))
               |(?<up>(不得|不能|不会|不可以|不准|不许|不可|不应|不)\s*(少于|低于|小于|短于|早于)|不满|未满|没满|不足|不到|未到|没到|未达到?|少于|低于|小于|短于)
               |(?<down>超过|高于|多于|大于|长于|超出|逾)
            )
            (了|其|约|人民币|总数|总额|标的额|本人|[^零一二两三四五六七八九十百千万\d\p{P}\s部分]{1,10}的)?
        |
            (?<word>(?<up>年满|已满|届满|(?<!未|不|没)满))了?
        )
        \s*$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Prefix();
}
