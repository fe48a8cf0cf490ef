using LegalService.Interviews.Calculators.Findings;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Reading;

namespace LegalService.Interviews.Calculators;

/// <summary>Reads a calculator's file.</summary>
internal static class CalculatorReader
{
    /// <summary>The calculator; null with problems added when the file has mistakes.</summary>
    public static CalculatorDefinition? Read(string file, string text, List<DefinitionProblem> found)
    {
        var problems = new Problems(file);
        var definition = new YamlTree(problems).Read(text) is { } root ? Read(new MapReader(root, problems), problems, file) : null;
        found.AddRange(problems.All);
        return problems.All.Count == 0 ? definition : null;
    }

    private static CalculatorDefinition Read(MapReader map, Problems problems, string file)
    {
        var id = map.Id("id", ServiceReader.ServiceId(), "小写字母、数字和连字符，比如 court-fee");
        if (id != Path.GetFileNameWithoutExtension(file))
            problems.Add(map.LineOf("id"), "service.id", $"id 要和文件名一样：{Path.GetFileNameWithoutExtension(file)}");
        var citations = new CitationReader(problems);
        var reader = new InterviewReader(problems, citations);
        var interview = map.Map("interview") is { } questions ? reader.Read(questions) : new() { Pages = [], Notices = [] };
        var definition = new CalculatorDefinition
        {
            Id = id,
            Name = map.Text("name"),
            Summary = map.Text("summary"),
            Also = map.Texts("also"),
            OfferedWith = citations.Read(map, "offeredWith", required: false),
            Caveat = map.Text("caveat"),
            Interview = interview,
            Findings = new FindingReader(problems, citations, reader.Conditions, interview).Read(map),
            Citations = citations.All,
        };
        map.Close();
        return definition;
    }
}
