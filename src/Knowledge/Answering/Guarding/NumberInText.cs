using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>A number with its unit, and what stands around it: the pairs of characters and the other numbers of its clause and the one before.</summary>
/// <param name="Fact">The number.</param>
/// <param name="IsWorkingDays">True for 十五个工作日.</param>
/// <param name="Around">What stands around it.</param>
internal sealed record NumberInText(NumberFact Fact, bool IsWorkingDays, IReadOnlySet<string> Around)
{
    private const string ClauseEnds = "，。；：！？\n,;:!?";

    /// <summary>Every number of a text, in order.</summary>
    public static IReadOnlyList<NumberInText> Of(string text)
    {
        var located = NumberFacts.Locate(text).ToList();
        return [.. located.Select(each => new NumberInText(Plain(each.Fact), each.Text[each.Start..each.End].Contains("工作日", StringComparison.Ordinal), Surroundings(each, located)))];
    }

    /// <summary>How much of what stands around this number stands around the other too, 0 to 1.</summary>
    public double Likeness(NumberInText other) => Around.Count == 0 ? 0 : (double)Around.Count(other.Around.Contains) / Around.Count;

    /// <summary>半年 and 六个月, 百分之一百五十 and 1.5倍 are the same.</summary>
    private static NumberFact Plain(NumberFact fact) => fact switch
    {
        { Unit: "年", Value: < 3 } => new NumberFact(fact.Value * 12, "月"),
        { Unit: "份额", Value: > 1 } => fact with { Unit = "倍" },
        _ => fact,
    };

    private static HashSet<string> Surroundings((NumberFact Fact, string Text, int Start, int End) number, List<(NumberFact Fact, string Text, int Start, int End)> all)
    {
        var (text, start, end) = (number.Text, number.Start, number.End);
        for (var clauses = 0; start > 0; start--)
        {
            if (ClauseEnds.Contains(text[start - 1], StringComparison.Ordinal) && (text[start - 1] is '。' or '\n' || ++clauses > 1))
                break;
        }

        while (end < text.Length && !ClauseEnds.Contains(text[end], StringComparison.Ordinal))
            end++;
        var around = all.Where(other => other.Start >= start && other.End <= end && other.Start != number.Start).Select(other => other.Fact.ToString()).ToHashSet(StringComparer.Ordinal);
        for (var index = start; index + 1 < end; index++)
        {
            if (IsWord(text, index, all) && IsWord(text, index + 1, all))
                around.Add(text.Substring(index, 2));
        }

        return around;
    }

    private static bool IsWord(string text, int index, List<(NumberFact Fact, string Text, int Start, int End)> all) =>
        Normalizer.IsHan(text[index]) && !all.Exists(number => index >= number.Start && index < number.End);
}
