using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Reading;

/// <summary>Reads what the reports count a request as.</summary>
internal sealed class FiguresReader(Problems problems, ConditionReader conditions)
{
    /// <summary>Null when the file has no <c>figures</c>.</summary>
    public FiguresRule? Read(MapReader file)
    {
        if (file.Map("figures", required: false) is not { } map)
            return null;
        var rule = new FiguresRule
        {
            Counts = map.FieldStyleId("counts"),
            At = Event(map),
            Groups = Each(map, "groups", item => new FiguresGroup(item.FieldStyleId("id"), item.Text("name"), conditions.Read(item, "when")), group => group.Id),
            Outcomes = Each(map, "outcomes", item => new FiguresOutcome(item.FieldStyleId("id"), item.Text("name")), outcome => outcome.Id),
        };
        if (rule.Groups.Take(Math.Max(0, rule.Groups.Count - 1)).FirstOrDefault(group => group.When is null) is { } catchAll)
            problems.Add(map.LineOf("groups"), "figures.order", $"“{catchAll.Id}”没有 when，排在它后面的永远轮不到；没有 when 的要写在最后");
        map.Close();
        return rule;
    }

    private string Event(MapReader map)
    {
        var name = map.Text("at");
        if (name.Length > 0 && !CaseEvents.All.Contains(name, StringComparer.Ordinal))
            problems.Add(map.LineOf("at"), "service.event", $"没有“{name}”这个事件；可以写的有：{string.Join("、", CaseEvents.All)}");
        return name;
    }

    private List<T> Each<T>(MapReader map, string key, Func<MapReader, T> read, Func<T, string> id)
    {
        var result = new List<T>();
        foreach (var item in map.Maps(key))
        {
            var part = read(item);
            if (result.Exists(earlier => id(earlier) == id(part)))
                problems.Add(item.LineOf("id"), "service.duplicateId", $"{key} 里的“{id(part)}”写了两次");
            result.Add(part);
            item.Close();
        }

        return result;
    }
}
