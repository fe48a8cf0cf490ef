using LegalService.Interviews.Calculators.Formulas;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Reading;

namespace LegalService.Interviews.Calculators.Findings;

/// <summary>Reads the findings of a calculator.</summary>
internal sealed class FindingReader(Problems problems, CitationReader citations, ConditionReader conditions, InterviewDefinition interview)
{
    public IReadOnlyList<FindingRule> Read(MapReader map)
    {
        var rules = map.Maps("findings").Select(Rule).ToList();
        foreach (var twice in rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Add(map.LineOf("findings"), "service.duplicateId", $"findings 里“{twice.Key}”写了两次");
        return rules;
    }

    private FindingRule Rule(MapReader item)
    {
        var limit = item.Map("limit", required: false);
        var rule = new FindingRule
        {
            Id = item.FieldStyleId("id"),
            When = conditions.Read(item, "when"),
            Rank = item.OneOf<FindingRank>("rank"),
            Door = item.Text("door"),
            Says = item.Text("says"),
            Limit = limit is null ? null : new Period(limit.Int("length", 1, 1000), limit.OneOf<PeriodUnit>("unit")),
            LimitFrom = limit?.Text("from"),
            Basis = citations.Read(item, "basis", required: true),
            Services = item.Texts("services"),
        };
        if (rule.LimitFrom is { } from && interview.Field(from)?.Type != FieldType.Date)
            problems.Add(item.LineOf("limit"), "calculator.field", $"from 要写一个问日期的问题，没有“{from}”");
        limit?.Close();
        item.Close();
        return rule;
    }
}
