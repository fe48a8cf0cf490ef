using System.Text.RegularExpressions;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Reading;

/// <summary>Reads a service file. Thread-safe: each reading has its own state.</summary>
public static partial class ServiceReader
{
    /// <summary>Reads a service.</summary>
    /// <param name="file">Path relative to the corpus folder, with forward slashes; its name must be the id.</param>
    /// <param name="text">Its content.</param>
    /// <param name="limits">How much may be typed into an interview; null: the defaults.</param>
    /// <returns>The service, or all mistakes of the file.</returns>
    public static ServiceReading Read(string file, string text, InterviewLimits? limits = null)
    {
        var problems = new Problems(file);
        if (new YamlTree(problems).Read(text) is not { } root)
            return new(null, problems.All);
        var definition = Read(new MapReader(root, problems), problems, file) with { Limits = limits ?? new() };
        return problems.All.Count == 0 ? new(definition, []) : new(null, problems.All);
    }

    private static ServiceDefinition Read(MapReader map, Problems problems, string file)
    {
        var id = map.Id("id", ServiceId(), "小写字母、数字和连字符，比如 legal-aid");
        if (id != Path.GetFileNameWithoutExtension(file))
            problems.Add(map.LineOf("id"), "service.id", $"id 要和文件名一样：{Path.GetFileNameWithoutExtension(file)}");
        var citations = new CitationReader(problems);
        var reader = new InterviewReader(problems, citations);
        // Without questions it is a guide: nothing is taken in, so there is nothing to sort, to keep or to forget.
        var isGuide = !map.Has("interview");
        var interview = map.Map("interview", required: false) is { } questions ? reader.Read(questions) : new() { Pages = [], Notices = [] };
        var rules = new RuleReader(problems, citations, reader.Conditions);
        var definition = new ServiceDefinition
        {
            Id = id,
            Name = map.Text("name"),
            Also = map.Texts("also"),
            Summary = map.Text("summary"),
            Version = map.Int("version", 1, 1_000_000),
            Order = map.OptionalInt("order", 1, ServiceDefinition.Last) ?? ServiceDefinition.Last,
            Interview = interview,
            Guide = map.Map("guide") is { } guide ? new GuideReader(problems, citations, reader.Conditions, interview).Read(guide) : NoGuide,
            Triage = isGuide ? [] : rules.Triage(map),
            Deadlines = isGuide ? [] : rules.Deadlines(map),
            Appointment = isGuide ? null : rules.Appointment(map),
            Documents = isGuide ? [] : rules.Documents(map),
            Figures = isGuide ? null : new FiguresReader(problems, reader.Conditions).Read(map),
            Retention = isGuide ? NothingKept : rules.Retention(map),
            Citations = citations.All,
        };
        map.Close();
        if (problems.All.Count == 0)
            new Reachability(problems, definition, reader.Lines).Check();
        return definition;
    }

    private static RetentionRule NothingKept { get; } = new(0, "这里不收您的任何信息。", []);

    private static Guide NoGuide { get; } = new() { For = [], Materials = [], Fee = "", TimeLimit = "", LegalBasis = [], Steps = [], Where = "", How = "" };

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex ServiceId();
}

/// <summary>What came of reading a service file.</summary>
/// <param name="Definition">The service; null when there are problems.</param>
/// <param name="Problems">All mistakes, by line.</param>
public sealed record ServiceReading(ServiceDefinition? Definition, IReadOnlyList<DefinitionProblem> Problems);
