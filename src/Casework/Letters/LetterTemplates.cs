using LegalService.Casework.Reading;
using LegalService.Casework.Requests;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Papers;

namespace LegalService.Casework.Letters;

/// <summary>The letters a county writes. Immutable.</summary>
internal sealed class LetterTemplates
{
    private const string SettingsFile = "settings.yaml";

    private static readonly string[] NumberParts = ["字", "年", "号"];

    private LetterTemplates(LetterSettings settings, IReadOnlyList<LetterTemplate> all) => (Settings, All) = (settings, all);

    public LetterSettings Settings { get; }

    /// <summary>In the order of the files' names.</summary>
    public IReadOnlyList<LetterTemplate> All { get; }

    public LetterTemplate? Find(string id) => All.FirstOrDefault(template => template.Id == id);

    /// <summary>Reads the folder. Throws <see cref="CorpusException"/> with every mistake.</summary>
    public static LetterTemplates Load(string folder, IServiceDefinitions services)
    {
        var problems = new CorpusProblems();
        var files = YamlFolder.Read(folder, problems);
        LetterSettings? settings = null;
        if (files.FirstOrDefault(IsSettings) is { } common)
            settings = ReadSettings(common);
        else
            problems.Add(SettingsFile, 0, "缺少这个文件");
        List<LetterTemplate> all = [.. files.Where(file => !IsSettings(file)).Select(file => Read(file, services))];
        problems.ThrowIfAny();
        return new(settings!, all);
    }

    private static bool IsSettings(YamlMap file) => Path.GetFileName(file.File) == SettingsFile;

    private static LetterSettings ReadSettings(YamlMap file)
    {
        var number = file.Text("number");
        if (number.Length > 0 && NumberParts.Any(part => !number.Contains($"{{{part}}}", StringComparison.Ordinal)))
            file.Problem("number", "number：要有 {字}、{年} 和 {号}，不然会重号");
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var map in file.Maps("offices"))
        {
            words[map.Text("office")] = map.Text("word");
            map.NoMore();
        }

        var settings = new LetterSettings(number, file.Text("word"), words, file.Text("hotline"));
        // Numbers are told apart by their text alone.
        if (words.Values.Append(settings.Word).GroupBy(word => word, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            file.Problem("offices", $"“{twice.Key}”写了两次，两个单位的文号会相同");
        file.NoMore();
        return settings;
    }

    private static LetterTemplate Read(YamlMap file, IServiceDefinitions services)
    {
        var template = new LetterTemplate
        {
            Id = file.Text("id"),
            Title = file.Text("title"),
            Services = file.Texts("services"),
            After = file.Texts("after"),
            Repeats = file.Flag("repeats", otherwise: false),
            Basis = [.. file.Texts("basis").Select(text => Basis(file, text))],
            Keep = file.Texts("keep"),
            Text = file.Text("text").ReplaceLineEndings("\n"),
        };
        if (template.Id != Path.GetFileNameWithoutExtension(file.File))
            file.Problem("id", $"id 要和文件名一样：{Path.GetFileNameWithoutExtension(file.File)}");
        foreach (var service in template.Services.Where(service => services.Find(service) is null))
            file.Problem("services", $"没有“{service}”这项服务");
        foreach (var name in template.After.Where(name => !CaseEvents.All.Contains(name, StringComparer.Ordinal)))
            file.Problem("after", $"没有“{name}”这个事件；可以写的有：{string.Join("、", CaseEvents.All)}");
        if (template.After.Count == 0)
            file.Problem("after", "要写明什么事发生以后才能发");
        foreach (var passage in template.Keep.Where(passage => !template.Text.Contains(passage, StringComparison.Ordinal)))
            file.Problem("keep", $"keep 里的“{passage}”在 text 里没有");
        foreach (var name in PaperText.Placeholders(template.Text).Where(name => !IsKnown(name, template, services)))
            file.Problem("text", $"不认识 {{{name}}}；可以用：{string.Join("、", LetterFacts.Names.Select(known => $"{{{known}}}"))}，或者 {{{LetterFacts.Answer}问题的 id}}");
        file.NoMore();
        return template;
    }

    private static LegalBasis Basis(YamlMap file, string text)
    {
        if (text.Split(' ') is [{ Length: > 0 } law, ['第', ..] article])
            return new(law, article);
        file.Problem("basis", $"“{text}”要写成：法律援助法 第四十三条");
        return new("", "");
    }

    private static bool IsKnown(string name, LetterTemplate template, IServiceDefinitions services) =>
        LetterFacts.Names.Contains(name)
        || (name.StartsWith(LetterFacts.Answer, StringComparison.Ordinal) && template.Services.Count > 0
            && template.Services.All(id => services.Find(id)?.Interview.Fields.Any(field => field.Id == name[LetterFacts.Answer.Length..]) ?? true));
}
