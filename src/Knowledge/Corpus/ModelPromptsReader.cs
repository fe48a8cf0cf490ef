using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LegalService.Knowledge.Corpus;

/// <summary>Reads <c>corpus/prompts</c>. The files must be whole: a model that is told half of its rules is not asked at all.</summary>
internal static class ModelPromptsReader
{
    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithEnforceNullability().Build();

    /// <exception cref="InvalidDataException">A file is missing, or lacks a place that is filled in.</exception>
    public static ModelPrompts Read(string folder)
    {
        var suspicions = ReadSuspicions(folder);
        return new ModelPrompts
        {
            AnswerRules = Prompt(folder, "answer-system.md", "maxCharacters", "day"),
            AnswerRequest = Prompt(folder, "answer-user.md", "passages", "faq", "question"),
            RewriteRules = Prompt(folder, "rewrite-system.md"),
            RewriteRequest = Prompt(folder, "rewrite-user.md", "before", "question"),
            Orders = Compile(suspicions.Orders, "orders"),
            Lures = Compile(suspicions.Lures, "lures"),
            Claims = Compile(suspicions.Claims, "claims"),
            Advice = Compile(suspicions.Advice, "advice"),
        };
    }

    private static string Prompt(string folder, string file, params string[] places)
    {
        var text = ReadText(folder, file).Trim();
        if (text.Length == 0)
            throw new InvalidDataException($"prompts/{file}: 文件是空的");
        return places.FirstOrDefault(place => !text.Contains("{" + place + "}", StringComparison.Ordinal)) is { } missing
            ? throw new InvalidDataException($"prompts/{file}: 缺少 {{{missing}}}")
            : text;
    }

    private static string ReadText(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file), new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (FileNotFoundException exception)
        {
            throw new InvalidDataException($"prompts/{file}: 找不到文件", exception);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException($"prompts/{file}: 文件不是 UTF-8 编码", exception);
        }
    }

    private static Suspicions ReadSuspicions(string folder)
    {
        try
        {
            return Yaml.Deserialize<Suspicions>(ReadText(folder, "suspicions.yaml")) ?? throw new InvalidDataException("prompts/suspicions.yaml: 文件是空的");
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"prompts/suspicions.yaml({exception.Start.Line}): {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    /// <summary>Without backtracking, so that no answer can make one slow.</summary>
    private static List<Regex> Compile(List<string> patterns, string list)
    {
        if (patterns.Count == 0)
            throw new InvalidDataException($"prompts/suspicions.yaml: {list} 没有写");
        try
        {
            return [.. patterns.Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))];
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"prompts/suspicions.yaml: {list} 里有不能用的表达式：{exception.Message}", exception);
        }
    }

    private sealed class Suspicions
    {
        public List<string> Orders { get; set; } = [];

        public List<string> Lures { get; set; } = [];

        public List<string> Claims { get; set; } = [];

        public List<string> Advice { get; set; } = [];
    }
}
