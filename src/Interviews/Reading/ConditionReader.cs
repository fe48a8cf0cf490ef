using System.Globalization;
using LegalService.Interviews.Conditions;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Reading;

/// <summary>Reads conditions. Fields and options they name must exist; how a field is tested must suit its type.</summary>
/// <param name="problems">Where mistakes go.</param>
/// <param name="fields">The fields that the conditions may look at.</param>
/// <param name="later">Fields that exist but come later.</param>
/// <param name="lines">Takes the line of each condition, by reference.</param>
internal sealed class ConditionReader(
    Problems problems, IReadOnlyDictionary<string, FieldDefinition> fields, IReadOnlySet<string> later, Dictionary<Condition, int> lines)
{
    /// <summary>Words that stand for a test and can be neither field nor option.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["all", "any", "not", "answered", "unknown", "skipped"];

    /// <summary>The condition under a key; null when there is none or it is wrong.</summary>
    public Condition? Read(MapReader map, string key, bool required = false)
    {
        if (map.Take(key) is { } node)
        {
            var condition = Read(node);
            if (condition is not null)
                lines[condition] = map.LineOf(key);
            return condition;
        }
        if (required)
            problems.Add(map.Line, "service.missing", $"缺少“{key}”");
        return null;
    }

    private Condition? Read(YamlNode node)
    {
        if (node is not YamlMap { Entries.Count: > 0 } map)
            return Wrong(node.Line, "condition.form", "条件要写成 { 问题: 答案 }，几个都要满足就写在一起");
        var parts = map.Entries.Select(Entry).ToList();
        if (parts.Contains(null))
            return null;
        return parts.Count == 1 ? parts[0] : new AllOf(parts!);
    }

    private Condition? Entry(YamlEntry entry) => entry.Key.Text switch
    {
        "any" => Several(entry, parts => new AnyOf(parts)),
        "all" => Several(entry, parts => new AllOf(parts)),
        "not" => Read(entry.Value) is { } part ? new Not(part) : null,
        var field => Field(field, entry),
    };

    private Condition? Several(YamlEntry entry, Func<IReadOnlyList<Condition>, Condition> join)
    {
        if (entry.Value is not YamlList { Items.Count: > 0 } list)
            return Wrong(entry.Value.Line, "condition.form", $"{entry.Key.Text} 后面要写列表，每行一个条件");
        var parts = list.Items.Select(Read).ToList();
        return parts.Contains(null) ? null : join(parts!);
    }

    private Condition? Field(string id, YamlEntry entry)
    {
        if (later.Contains(id))
            return Wrong(entry.Key.Line, "condition.forward", $"条件用到了“{id}”，但它排在后面或者就是这个问题自己；条件只能看前面的问题");
        if (!fields.TryGetValue(id, out var field))
            return Wrong(entry.Key.Line, "condition.unknownField", $"条件用到了“{id}”，但没有这个问题");
        return Test(field, entry.Value) is { } test ? new Is(id, test) : null;
    }

    private AnswerTest? Test(FieldDefinition field, YamlNode node) => (node, field.Type) switch
    {
        (YamlScalar { Text: "answered" }, _) => new Answered(),
        (YamlScalar { Text: "unknown" }, _) => field.AllowUnknown ? new IsUnknown() : Unfit(node, $"“{field.Id}”不能答“不知道”，这个条件永远不成立"),
        (YamlScalar { Text: "skipped" }, _) => field.Required ? Unfit(node, $"“{field.Id}”是必填的，跳不过去，这个条件永远不成立") : new IsSkipped(),
        (YamlScalar scalar, FieldType.YesNo) => scalar.Text is "true" or "false" ? new YesOrNo(scalar.Text == "true") : Unfit(node, $"“{field.Id}”是是否题，条件要写 true 或 false"),
        (YamlScalar scalar, FieldType.Choice or FieldType.Choices) => Options(field, [scalar]),
        (YamlList list, FieldType.Choice or FieldType.Choices) => Options(field, list.Items),
        (YamlMap map, _) => Compare(field, map),
        _ => Unfit(node, $"“{field.Id}”不能这样比较；可以写 answered、unknown、skipped，或者 {{ atLeast: 数 }} 这样的比较"),
    };

    private OneOf? Options(FieldDefinition field, IReadOnlyList<YamlNode> items)
    {
        var values = new List<string>();
        foreach (var item in items)
        {
            if (item is YamlScalar scalar && field.Options.Any(option => option.Value == scalar.Text))
                values.Add(scalar.Text);
            else
                problems.Add(item.Line, "condition.unknownOption", $"“{field.Id}”没有“{(item as YamlScalar)?.Text}”这个选项；有的是：{string.Join("、", field.Options.Select(option => option.Value))}");
        }
        return values.Count == items.Count && values.Count > 0 ? new OneOf(values) : null;
    }

    private AnswerTest? Compare(FieldDefinition field, YamlMap map)
    {
        var reader = new MapReader(map, problems);
        AnswerTest? test = field.Type switch
        {
            FieldType.Money or FieldType.Number when reader.Has("atLeast") || reader.Has("atMost") => new SumWithin(reader.OptionalSum("atLeast"), reader.OptionalSum("atMost")),
            FieldType.Date or FieldType.IdNumber when reader.Has("ageBelow") || reader.Has("ageAtLeast") =>
                new AgeWithin(reader.OptionalInt("ageAtLeast", 0, 150), reader.OptionalInt("ageBelow", 1, 150)),
            FieldType.Date => Days(reader),
            _ => null,
        };
        if (test is null)
            return Unfit(map, $"“{field.Id}”可以比较的有：{Comparisons(field.Type)}");
        reader.Close();
        return test switch
        {
            SumWithin { AtLeast: { } least, AtMost: { } most } when least > most => Unfit(map, "atLeast 比 atMost 还大，这个条件永远不成立"),
            AgeWithin { AtLeast: { } least, Below: { } below } when least >= below => Unfit(map, "ageAtLeast 不比 ageBelow 小，这个条件永远不成立"),
            _ => test,
        };
    }

    private static DayWithin? Days(MapReader reader)
    {
        if (reader.Has("withinDays"))
            return new(0, reader.OptionalInt("withinDays", 0, 36_500));
        if (reader.Has("withinLastDays"))
            return new(-reader.OptionalInt("withinLastDays", 0, 36_500), 0);
        if (reader.Has("moreThanDaysAgo"))
            return new(null, -reader.OptionalInt("moreThanDaysAgo", 0, 36_500) - 1);
        return reader.Has("beforeToday") && reader.Bool("beforeToday", false) ? new(null, -1) : null;
    }

    private static string Comparisons(FieldType type) => type switch
    {
        FieldType.Money or FieldType.Number => "atLeast、atMost",
        FieldType.IdNumber => "ageBelow、ageAtLeast",
        FieldType.Date => string.Create(CultureInfo.InvariantCulture, $"withinDays、withinLastDays、moreThanDaysAgo、beforeToday: true、ageBelow、ageAtLeast"),
        _ => "没有；只能写 answered、unknown、skipped",
    };

    private Condition? Wrong(int line, string code, string reason)
    {
        problems.Add(line, code, reason);
        return null;
    }

    private AnswerTest? Unfit(YamlNode node, string reason)
    {
        problems.Add(node.Line, "condition.test", reason);
        return null;
    }
}
