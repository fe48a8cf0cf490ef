using System.Text;
using LegalService.Casework;
using LegalService.Casework.Appointments;
using LegalService.Interviews.Definitions;
using Microsoft.Extensions.Options;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LegalService.Bot.Dialogue.Texts;

/// <summary>Reads <c>answers/dialogs.yaml</c>. A mistake stops the start, with what is wrong.</summary>
internal static class DialogTextsReader
{
    private const string Name = "answers/dialogs.yaml";

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <exception cref="InvalidDataException">The file is missing, no YAML, or not whole.</exception>
    public static DialogTexts Read(string corpus)
    {
        var path = Path.Combine(corpus, "answers", "dialogs.yaml");
        if (!File.Exists(path))
            throw new InvalidDataException($"{Name}: 缺少这个文件（在 {corpus} 里找过）");
        try
        {
            return Of(Yaml.Deserialize<DialogFile>(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true))) ?? new());
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException($"{Name}: 文件不是 UTF-8 编码", exception);
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"{Name}({exception.Start.Line}): {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    private static DialogTexts Of(DialogFile file)
    {
        var faults = Faults(file).ToList();
        if (faults.Count > 0)
            throw new InvalidDataException(string.Join('\n', faults.Select(fault => $"{Name}: {fault}")));
        try
        {
            return new(file);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"{Name}: 有一个正则表达式写错了：{exception.Message}", exception);
        }
    }

    private static IEnumerable<string> Faults(DialogFile file) =>
    [
        .. Missing<Line>("texts", file.Texts),
        .. Missing<Press>("buttons", file.Buttons),
        .. Missing<Command>("commands", file.Commands),
        .. Missing<Sign>("signs", file.Signs),
        .. Missing<MeetingWay>("ways", file.Ways),
        .. Missing<AppointmentState>("appointmentStates", file.AppointmentStates),
        .. Unknown<FieldType>("fields", file.Fields.Keys),
        .. Unknown<FieldType>("heard", file.Heard.Keys),
        .. file.Texts.Concat(file.Buttons).Where(pair => string.IsNullOrWhiteSpace(pair.Value)).Select(pair => $"{pair.Key} 没有写"),
        .. file.Corrections.Where(template => !template.Contains("{field}", StringComparison.Ordinal)).Select(template => $"corrections 里要有 {{field}}：{template}"),
        .. Missing<StartKind>("starts", file.Starts),
        .. file.Starts.Values.SelectMany(templates => templates).Where(template => !template.Contains("{service}", StringComparison.Ordinal)).Select(template => $"starts 里要有 {{service}}：{template}"),
        .. file.MostTimes is < 1 or > 12 ? (string[])["mostTimes 要在 1 到 12 之间"] : [],
        .. file.DaysAhead is < 1 or > 31 ? (string[])["daysAhead 要在 1 到 31 之间"] : [],
        .. file.MostTries is < 1 or > 20 ? (string[])["mostTries 要在 1 到 20 之间"] : [],
        .. file.StoryFrom < 1 ? (string[])["storyFrom 至少是 1"] : [],
    ];

    private static IEnumerable<string> Missing<T>(string section, IReadOnlyDictionary<string, string> found)
        where T : struct, Enum => Missing<T>(section, found.Keys);

    private static IEnumerable<string> Missing<T>(string section, IReadOnlyDictionary<string, List<string>> found)
        where T : struct, Enum => Missing<T>(section, found.Where(pair => pair.Value is { Count: > 0 }).Select(pair => pair.Key));

    private static IEnumerable<string> Missing<T>(string section, IReadOnlyDictionary<string, WayWords> found)
        where T : struct, Enum => Missing<T>(section, found.Where(pair => pair.Value is { Name.Length: > 0, Words.Count: > 0 }).Select(pair => pair.Key));

    private static IEnumerable<string> Missing<T>(string section, IEnumerable<string> found)
        where T : struct, Enum
    {
        var keys = found.ToHashSet(StringComparer.Ordinal);
        return Enum.GetValues<T>().Select(Keys.Of).Where(key => !keys.Contains(key)).Select(key => $"{section} 里的 {key} 没有写").Concat(Unknown<T>(section, keys));
    }

    private static IEnumerable<string> Unknown<T>(string section, IEnumerable<string> found)
        where T : struct, Enum => found.Except(Enum.GetValues<T>().Select(Keys.Of), StringComparer.Ordinal).Select(key => $"{section} 里不认识 {key}");
}

/// <summary>The file is read before the service starts.</summary>
internal sealed class DialogTextsAreWhole : IValidateOptions<CorpusOptions>
{
    public ValidateOptionsResult Validate(string? name, CorpusOptions options)
    {
        try
        {
            DialogTextsReader.Read(options.Folder);
            return ValidateOptionsResult.Success;
        }
        catch (InvalidDataException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
