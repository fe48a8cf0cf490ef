using System.Globalization;
using System.Text.Json;
using LegalService.Interviews.Conditions;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Reading;

/// <summary>
/// Finds questions, options and rules that no answers can ever bring about: walks through all that can be answered to the fields a condition
/// looks at, and to those on which these depend. Where that is too much to walk through, nothing is reported.
/// </summary>
internal sealed class Reachability(Problems problems, ServiceDefinition definition, IReadOnlyDictionary<Condition, int> lines)
{
    private const int MaxSteps = 50_000;

    // Conditions compare with today; every day serves as well as another.
    private static readonly DateOnly Today = new(2026, 1, 15);

    private readonly ILookup<string, AnswerTest> tests = AllConditions(definition).SelectMany(Tests).ToLookup(test => test.Field, test => test.Test, StringComparer.Ordinal);
    private int steps;

    public void Check()
    {
        foreach (var field in definition.Interview.Fields)
        {
            if (field.When is { } when && !CanHold(when))
                Report(when, $"问题“{field.Id}”的 when 永远不成立，谁也不会被问到");
            foreach (var option in field.Options.Where(option => option.When is not null && !CanHold(field.When is { } asked ? new AllOf([asked, option.When!]) : option.When!)))
                Report(option.When!, $"“{field.Id}”的选项“{option.Value}”的 when 永远不成立，谁也选不到");
            if (field.Options.Count > 0 && field.Options.All(option => option.When is not null) && CanHold(NothingOffered(field)))
                Report(field.Options[0].When!, $"“{field.Id}”在有的情形下一个选项也没有；至少要有一个没有 when 的选项");
        }
        foreach (var notice in definition.Interview.Notices.Where(notice => !CanHold(notice.When)))
            Report(notice.When, $"提示“{notice.Id}”的 when 永远不成立");
        foreach (var rule in definition.Triage.Where(rule => !CanHold(rule.When)))
            Report(rule.When, $"规则“{rule.Id}”的 when 永远不成立");
        foreach (var material in definition.Guide.Materials.Where(material => material.When is { } when && !CanHold(when)))
            Report(material.When!, $"材料“{material.Id}”的 when 永远不成立");
        foreach (var rule in definition.Deadlines.Where(rule => rule.When is { } when && !CanHold(when)))
            Report(rule.When!, $"期限“{rule.Id}”的 when 永远不成立");
        foreach (var group in (definition.Figures?.Groups ?? []).Where(group => group.When is { } when && !CanHold(when)))
            Report(group.When!, $"统计分组“{group.Id}”的 when 永远不成立");
        foreach (var way in (definition.Appointment?.Ways ?? []).Where(way => way.When is { } when && !CanHold(when)))
            Report(way.When!, $"办法“{EnumNames.Name(way.Way)}”的 when 永远不成立");
    }

    private static AllOf NothingOffered(FieldDefinition field)
    {
        IEnumerable<Condition> none = field.Options.Select(option => new Not(option.When!));
        return new([.. field.When is { } when ? none.Prepend(when) : none]);
    }

    private void Report(Condition condition, string reason) => problems.Add(lines[condition], "condition.never", reason);

    private bool CanHold(Condition condition)
    {
        var involved = new HashSet<string>(StringComparer.Ordinal);
        Involve(condition, involved);
        var fields = definition.Interview.Fields.Where(field => involved.Contains(field.Id)).ToList();
        steps = 0;
        return Walk(condition, fields, 0, Answers.Empty);
    }

    private void Involve(Condition condition, HashSet<string> involved)
    {
        foreach (var field in condition.Fields.Where(involved.Add).Select(id => definition.Interview.Field(id)!))
        {
            foreach (var further in field.Options.Select(option => option.When).Append(field.When).OfType<Condition>())
                Involve(further, involved);
        }
    }

    private bool Walk(Condition condition, List<FieldDefinition> fields, int at, Answers sent)
    {
        if (++steps > MaxSteps)
            return true;
        if (at == fields.Count)
            return condition.Holds(sent, Today);
        var field = fields[at];
        if (field.When is { } when && !when.Holds(sent, Today))
            return Walk(condition, fields, at + 1, sent);
        return Possible(field, sent).Any(answer => Walk(condition, fields, at + 1, sent.With(field.Id, answer)));
    }

    private IEnumerable<JsonElement> Possible(FieldDefinition field, Answers sent)
    {
        if (!field.Required)
            yield return AnswerJson.Skipped;
        if (field.AllowUnknown)
            yield return AnswerJson.Unknown;
        var offered = field.Options.Where(option => option.When is not { } when || when.Holds(sent, Today)).Select(option => option.Value).ToList();
        var values = field.Type switch
        {
            FieldType.YesNo => field.Rules.MustBeYes is null ? [AnswerJson.Of(true), AnswerJson.Of(false)] : [AnswerJson.Of(true)],
            FieldType.Choice => offered.Select(AnswerJson.Of),
            FieldType.Choices => Subsets(field, offered).Select(subset => AnswerJson.Of(subset)),
            FieldType.Money or FieldType.Number => Sums(field).Select(AnswerJson.Of),
            FieldType.Date or FieldType.IdNumber => Days(field).Select(AnswerJson.Of),
            _ => [AnswerJson.Of("x")],
        };
        foreach (var value in values)
            yield return value;
    }

    /// <summary>Every single option and, for conditions on several at once, every set of those that conditions look at.</summary>
    private IEnumerable<IEnumerable<string>> Subsets(FieldDefinition field, List<string> offered)
    {
        foreach (var single in offered)
            yield return [single];
        var named = tests[field.Id].OfType<OneOf>().SelectMany(test => test.Values).Distinct(StringComparer.Ordinal)
            .Where(value => offered.Contains(value, StringComparer.Ordinal) && !field.Options.First(option => option.Value == value).Alone).Take(8).ToList();
        for (var bits = 1; bits < 1 << named.Count; bits++)
        {
            var subset = named.Where((_, i) => (bits & (1 << i)) != 0).ToList();
            if (subset.Count > 1 && !(subset.Count > field.Rules.MaxChosen))
                yield return subset;
        }
    }

    private IEnumerable<decimal> Sums(FieldDefinition field) => tests[field.Id].OfType<SumWithin>()
        .SelectMany(test => new[] { test.AtLeast, test.AtLeast - 0.01m, test.AtMost, test.AtMost + 0.01m }).OfType<decimal>()
        .Append(field.Rules.Min ?? 0).Where(sum => sum >= (field.Rules.Min ?? 0) && sum <= (field.Rules.Max ?? decimal.MaxValue)).Distinct();

    private IEnumerable<DateOnly> Days(FieldDefinition field)
    {
        var offsets = tests[field.Id].OfType<DayWithin>().SelectMany(test => new[] { test.From, test.From - 1, test.To, test.To + 1 }).OfType<int>();
        var births = tests[field.Id].OfType<AgeWithin>().SelectMany(test => new[] { test.AtLeast, test.AtLeast - 1, test.Below, test.Below - 1 }).OfType<int>()
            .Where(age => age >= 0).Select(age => Today.AddYears(-age).DayNumber - Today.DayNumber);
        return offsets.Concat(births).Append(field.Rules.ToDays ?? 0).Append(field.Rules.FromDays ?? 0)
            .Where(offset => !(offset < field.Rules.FromDays) && !(offset > field.Rules.ToDays)).Distinct().Select(Today.AddDays);
    }

    private static IEnumerable<Condition> AllConditions(ServiceDefinition definition) =>
        definition.Interview.Fields.Select(field => field.When)
            .Concat(definition.Interview.Fields.SelectMany(field => field.Options).Select(option => option.When))
            .Concat(definition.Interview.Notices.Select(notice => notice.When))
            .Concat(definition.Triage.Select(rule => rule.When))
            .Concat(definition.Guide.Materials.Select(material => material.When))
            .Concat(definition.Deadlines.Select(rule => rule.When))
            .Concat((definition.Figures?.Groups ?? []).Select(group => group.When))
            .Concat((definition.Appointment?.Ways ?? []).Select(way => way.When)).OfType<Condition>();

    private static IEnumerable<Is> Tests(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Tests),
        AnyOf any => any.Parts.SelectMany(Tests),
        Not not => Tests(not.Part),
        Is test => [test],
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{condition.GetType()} is not a kind of condition.")),
    };
}
