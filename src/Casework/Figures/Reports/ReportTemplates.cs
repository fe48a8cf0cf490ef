using LegalService.Casework.Reading;
using LegalService.Interviews.Papers;

namespace LegalService.Casework.Figures;

/// <summary>The reports a county writes. Immutable.</summary>
internal sealed class ReportTemplates
{
    /// <summary>Stands in the text for the name of the period.</summary>
    public const string Period = "期间";

    /// <summary>Stands in the text for the name of the office.</summary>
    public const string Office = "单位";

    private const string SettingsFile = "settings.yaml";

    private ReportTemplates(ReportSettings settings, IReadOnlyList<ReportTemplate> all) => (Settings, All) = (settings, all);

    public ReportSettings Settings { get; }

    /// <summary>In the order of the files' names; at least one.</summary>
    public IReadOnlyList<ReportTemplate> All { get; }

    public ReportTemplate? Find(string id) => All.FirstOrDefault(template => template.Id == id);

    /// <summary>Reads the folder. Throws <see cref="CorpusException"/> with every mistake.</summary>
    public static ReportTemplates Load(string folder)
    {
        var problems = new CorpusProblems();
        var files = YamlFolder.Read(folder, problems);
        var settings = new ReportSettings(1, new Dictionary<string, string>(StringComparer.Ordinal));
        if (files.FirstOrDefault(IsSettings) is { } common)
            settings = ReadSettings(common);
        else
            problems.Add(SettingsFile, 0, "缺少这个文件");
        List<ReportTemplate> all = [.. files.Where(file => !IsSettings(file)).Select(Read)];
        problems.ThrowIfAny();
        return new(settings, all);
    }

    private static bool IsSettings(YamlMap file) => Path.GetFileName(file.File) == SettingsFile;

    private static ReportSettings ReadSettings(YamlMap file)
    {
        var channels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var map in file.Maps("channels"))
        {
            channels[map.Text("channel")] = map.Text("name");
            map.NoMore();
        }

        var settings = new ReportSettings(file.Number("satisfiedFrom", 1, 5), channels);
        file.NoMore();
        return settings;
    }

    private static ReportTemplate Read(YamlMap file)
    {
        var lines = new List<ReportTemplateLine>();
        foreach (var map in file.Maps("lines"))
        {
            var line = new ReportTemplateLine(map.Text("id"), map.Text("name"), map.Text("unit"), map.Flag("part", otherwise: false), ReadMeasure(map, lines));
            if (lines.Exists(earlier => earlier.Id == line.Id))
                map.Problem("id", $"“{line.Id}”写了两次");
            lines.Add(line);
            map.NoMore();
        }

        var template = new ReportTemplate(file.Text("id"), file.Text("title"), lines, file.Text("text"));
        if (template.Id != Path.GetFileNameWithoutExtension(file.File))
            file.Problem("id", $"id 要和文件名一样：{Path.GetFileNameWithoutExtension(file.File)}");
        foreach (var name in PaperText.Placeholders(template.Text).Where(name => name is not (Period or Office) && !lines.Exists(line => line.Id == name)))
            file.Problem("text", $"text 里的 {{{name}}} 不是哪一行的 id");
        file.NoMore();
        return template;
    }

    private static Measure ReadMeasure(YamlMap map, IReadOnlyList<ReportTemplateLine> earlier)
    {
        if (map.OptionalText("counts") is { } counts)
            return new Measure.Work(counts, map.OptionalText("group"));
        if (map.OptionalText("ended") is { } ended)
            return new Measure.Ended(ended, map.Texts("outcomes"));
        if (map.OptionalText("figure") is { } figure)
        {
            if (!ReportFigures.Names.Contains(figure))
                map.Problem("figure", $"没有“{figure}”；可以写的有：{string.Join("、", ReportFigures.Names.Order(StringComparer.Ordinal))}");
            return new Measure.Figure(figure);
        }

        var percent = map.Texts("percent");
        if (percent is [var of, var @in] && percent.All(id => earlier.Any(line => line.Id == id)))
            return new Measure.Percent(of, @in);
        map.Problem("percent", "要写 counts、ended、figure，或者 percent: [行, 行]，两行都要在它前面");
        return new Measure.Percent("", "");
    }
}
