using LegalService.Interviews.Calculators.Formulas;
using LegalService.Interviews.Calculators.Values;

namespace LegalService.Interviews.Calculators.Findings;

/// <summary>Says which of a file's findings hold, the best way first, each with its last day where the file counts one.</summary>
internal sealed class FindingsFormula(string id, IReadOnlyList<FindingRule> rules, IWorkdays workdays) : IFormula
{
    public string Id => id;

    public IReadOnlyList<string> Needs => [];

    public Calculation Run(Given given, DatedValues values)
    {
        var found = rules.Where(rule => rule.When?.Holds(given.Sent, given.Today) is not false).OrderBy(rule => rule.Rank).ToList();
        var steps = new Steps();
        foreach (var rule in found)
            steps.Show($"{Words(rule.Rank)}：{rule.Door}", rule.Says + LastDay(rule, given), null, [.. rule.Basis]);
        var first = found.Where(rule => rule.Rank == FindingRank.First).Select(rule => rule.Door).Distinct(StringComparer.Ordinal).ToList();
        return steps.End(first.Count > 0 ? $"先找：{string.Join("、", first)}" : null) with
        {
            Services = [.. found.Where(rule => rule.Rank != FindingRank.Not).SelectMany(rule => rule.Services).Distinct(StringComparer.Ordinal)],
        };
    }

    private string LastDay(FindingRule rule, Given given)
    {
        if (rule.Limit is not { } limit || given.Day(rule.LimitFrom!) is not { } start)
            return "";
        var last = limit.Last(start, workdays);
        var holidays = workdays.Knows(last.Year) ? "" : $"（{last.Year} 年的放假安排还没有公布，只按周末算）";
        return (last.DayNumber - given.Today.DayNumber) switch
        {
            < 0 => $"按您说的日子，{Steps.Day(last)}就到期了{holidays}；也不一定没办法，请马上打 12348 问问。",
            var left => $"按您说的日子，最晚{Steps.Day(last)}{holidays}，还剩 {left} 天。",
        };
    }

    private static string Words(FindingRank rank) => rank switch
    {
        FindingRank.First => "先找",
        FindingRank.Also => "也可以",
        FindingRank.Later => "不行再找",
        _ => "这个办不了",
    };
}
