using System.Globalization;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Reading;

namespace LegalService.Interviews.Calculators.Values;

/// <summary>Reads <c>corpus/calculators/values.yaml</c>.</summary>
internal static class DatedValuesReader
{
    public static DatedValues Read(string file, string text, List<DefinitionProblem> found)
    {
        var problems = new Problems(file);
        var values = new List<DatedValue>();
        if (new YamlTree(problems).Read(text) is { } root)
        {
            var map = new MapReader(root, problems);
            values.AddRange(map.Maps("values", required: true).Select(Value));
            map.Close();
            foreach (var repeated in values.GroupBy(value => value.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
                problems.Add(map.LineOf("values"), "service.duplicateId", $"“{repeated.Key}”写了两次");
        }

        found.AddRange(problems.All);
        return new([.. values.DistinctBy(value => value.Id, StringComparer.Ordinal)]);
    }

    private static DatedValue Value(MapReader map)
    {
        var source = map.Text("source");
        var value = new DatedValue(
            map.FieldStyleId("id"), map.Text("name"), map.Text("unit"), [.. map.Maps("points", required: true).Select(point => Point(point, source))], map.Day("knownUntil"));
        if (value.Points.Zip(value.Points.Skip(1)).Any(pair => pair.First.From >= pair.Second.From))
            map.Problems.Add(map.LineOf("points"), "value.order", "points 要按日期从早到晚写，同一天只写一次");
        map.Close();
        return value;
    }

    private static DatedPoint Point(MapReader map, string source)
    {
        var point = new DatedPoint(map.Day("from"), Number(map, "value"), map.OptionalText("source") ?? source);
        map.Close();
        return point;
    }

    private static decimal Number(MapReader map, string key)
    {
        var text = map.Text(key);
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        map.Problems.Add(map.LineOf(key), "service.wrongType", $"{key} 要写成数字");
        return 0;
    }
}
