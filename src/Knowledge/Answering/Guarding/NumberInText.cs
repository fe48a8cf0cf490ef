using System.Runtime.InteropServices;
using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>A number with its unit, and what stands around it: pairs of characters and other numbers.</summary>
/// <param name="Fact">The number.</param>
/// <param name="Comparison">The same with the word that compares it.</param>
/// <param name="IsWorkingDays">True for 十五个工作日.</param>
/// <param name="Clause">What stands in its clause.</param>
/// <param name="Around">What stands in its clause, and in the one before when it is short.</param>
/// <param name="Wide">What stands in its clause, the one before and the one after.</param>
/// <param name="Before">The number right before it; null when there is none so near.</param>
internal sealed record NumberInText(NumberFact Fact, Comparison Comparison, bool IsWorkingDays, IReadOnlySet<string> Clause, IReadOnlySet<string> Around, IReadOnlySet<string> Wide, NumberFact? Before)
{
    /// <summary>Fewer things around a number do not tell what it counts.</summary>
    private const int Telling = 4;

    /// <summary>A clause of fewer characters does not tell what its number counts.</summary>
    private const int ShortClause = 8;

    /// <summary>Most characters between two numbers that belong together.</summary>
    private const int Adjacent = 4;

    private const string PartEnds = "。；！？\n;!?";
    private const string ClauseEnds = PartEnds + "，：,:、";

    /// <summary>Every number of a text, in order.</summary>
    public static IReadOnlyList<NumberInText> Of(string text)
    {
        var located = NumberFacts.Locate(text).Zip(Comparisons.In(text), (each, comparison) => new LocatedNumber(Plain(each.Fact), comparison, each.Text, each.Start, each.End)).ToList();
        return [.. located.Select(each => At(each, located))];
    }

    /// <summary>The number with what was asked around it too, when little else is.</summary>
    public NumberInText In(string question) => Around.Count >= Telling
        ? this
        : this with { Around = Around.Concat(Pairs(Normalizer.Compatible(question), 0, question.Length, [])).ToHashSet(StringComparer.Ordinal) };

    /// <summary>
    /// True when this number, said of a passage's, is compared alike. A passage that does not compare is no reason against it; 不满三年 and 满三年 draw the
    /// same line and say the opposite, while 超过一年 and 一年以内 are mostly two ways of saying the same.
    /// </summary>
    public bool AgreesWith(NumberInText other) => Comparison.Boundary == Boundary.None
        || other.Comparison.Boundary == Boundary.None
        || (Comparison.Boundary == other.Comparison.Boundary && (Comparison.Boundary == Boundary.Down || IsBelow(Comparison) == IsBelow(other.Comparison)));

    /// <summary>True when the two are compared, and alike.</summary>
    public bool ComparesAs(NumberInText other) =>
        Comparison.Boundary != Boundary.None && Comparison.Boundary == other.Comparison.Boundary && IsBelow(Comparison) == IsBelow(other.Comparison);

    private static double Share(IReadOnlySet<string> said, IReadOnlySet<string> known) =>
        said.Sum(Weight) is > 0 and var whole ? said.Where(known.Contains).Sum(Weight) / whole : 0;

    /// <summary>What another number is, and how it is compared, tells more than a pair of characters.</summary>
    private static double Weight(string term) => char.IsAsciiDigit(term[0]) ? 3 : 1;

    private static bool IsBelow(Comparison comparison) => comparison is { Boundary: Boundary.Up, Word: ['不' or '未' or '没', '满' or '足' or '到' or '达', ..] or "少于" or "低于" or "小于" or "短于" };

    /// <summary>How much of what stands around this number stands around the other, in a passage, too, 0 to 1.</summary>
    public double Likeness(NumberInText other) => Share(Around, other.Wide);

    /// <summary>The same for what stands in its clause alone.</summary>
    public double LikenessOfClause(NumberInText other) => Share(Clause, other.Clause);

    /// <summary>半年 and 六个月, 百分之一百五十 and 1.5倍 are the same.</summary>
    private static NumberFact Plain(NumberFact fact) => fact switch
    {
        { Unit: "年", Value: < 3 } => new NumberFact(fact.Value * 12, "月"),
        { Unit: "份额", Value: > 1 } => fact with { Unit = "倍" },
        _ => fact,
    };

    private static NumberInText At(LocatedNumber number, List<LocatedNumber> all)
    {
        var (start, end) = (ClauseStart(number.Text, number.Start), ClauseEnd(number.Text, number.End));
        // 已满十年不满二十年的，年休假十天: what is counted stands in the clause, when in the one before.
        var before = start > 0 && !PartEnds.Contains(number.Text[start - 1], StringComparison.Ordinal) ? ClauseStart(number.Text, start - 1) : start;
        var after = end < number.Text.Length && !PartEnds.Contains(number.Text[end], StringComparison.Ordinal) ? ClauseEnd(number.Text, end + 1) : end;
        var isShort = Enumerable.Range(start, end - start).Count(index => IsWord(number.Text, index, all)) < ShortClause;
        return new NumberInText(
            number.Fact,
            number.Comparison,
            number.Text[number.Start..number.End].Contains("工作日", StringComparison.Ordinal),
            Between(number, start, end, all),
            Between(number, isShort ? before : start, end, all),
            Between(number, before, after, all),
            Right(number, all));
    }

    private static HashSet<string> Between(LocatedNumber number, int start, int end, List<LocatedNumber> all)
    {
        var others = all.Where(other => other.Start >= start && other.End <= end && other.Start != number.Start)
            .SelectMany(other => new[] { $"{other.Fact}", $"{other.Fact}{(IsBelow(other.Comparison) ? '<' : ' ')}{other.Comparison.Boundary}" });
        return others.Concat(Pairs(number.Text, start, end, all)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The number right before, with little between: the 八级 of 八级11个月.</summary>
    private static NumberFact? Right(LocatedNumber number, List<LocatedNumber> all)
    {
        var before = all.LastOrDefault(other => other.End <= number.Start);
        return before.Text is not null && number.Start - before.End <= Adjacent && !number.Text[before.End..number.Start].Any(ends => ClauseEnds.Contains(ends, StringComparison.Ordinal))
            ? before.Fact
            : null;
    }

    private static int ClauseStart(string text, int from)
    {
        while (from > 0 && !ClauseEnds.Contains(text[from - 1], StringComparison.Ordinal))
            from--;
        return from;
    }

    private static int ClauseEnd(string text, int from)
    {
        while (from < text.Length && !ClauseEnds.Contains(text[from], StringComparison.Ordinal))
            from++;
        return from;
    }

    private static IEnumerable<string> Pairs(string text, int start, int end, List<LocatedNumber> numbers)
    {
        for (var index = start; index + 1 < Math.Min(end, text.Length); index++)
        {
            if (IsWord(text, index, numbers) && IsWord(text, index + 1, numbers))
                yield return text.Substring(index, 2);
        }
    }

    private static bool IsWord(string text, int index, List<LocatedNumber> all) =>
        Normalizer.IsHan(text[index]) && !all.Exists(number => index >= number.Start && index < number.End);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct LocatedNumber(NumberFact Fact, Comparison Comparison, string Text, int Start, int End);
}
