using System.Text;
using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LegalService.Knowledge.Corpus;

/// <summary>Reads <c>corpus/answers</c>. Unlike notes and FAQ these files must be whole: without them nothing can be said.</summary>
internal static class AnswerTextsReader
{
    private static readonly string[] RequiredTexts =
    [
        "noAnswer", "clarify", "maybe", "clarifyLaw", "noSuchArticle", "noSuchArticleUncounted", "noSuchLaw", "articleNotLoaded", "unreadable", "repealed",
        "notYetInForce", "stale", "past", "clarifyStep",
    ];

    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithEnforceNullability().Build();

    public static AnswerTexts Read(string folder)
    {
        var outcomes = ReadFile<OutcomeTexts>(folder, "outcomes.yaml");
        foreach (var key in RequiredTexts.Where(key => !outcomes.Texts.ContainsKey(key)))
            throw new InvalidDataException($"answers/outcomes.yaml: texts.{key} 没有写");
        CheckLimits(outcomes);
        var dangers = ReadFile<Dangers>(folder, "danger.yaml").Rules;
        foreach (var (rule, pattern) in dangers.SelectMany(rule => rule.Phrases.Concat(rule.Unless).Select(pattern => (rule, pattern))))
            CheckPattern($"danger.yaml: {rule.Id} 的", pattern);
        foreach (var (rule, citation) in dangers.SelectMany(rule => rule.Citations.Select(citation => (rule, citation))).Where(pair => !ArticleKey.TryParse(pair.citation, out _)))
            throw new InvalidDataException($"answers/danger.yaml: {rule.Id} 的“{citation}”不是“法律名 第几条”");
        return new AnswerTexts
        {
            Outcomes = outcomes,
            Dangers = dangers,
            FollowUps = ReadFollowUps(folder),
            Intents = IntentRulesReader.Read(ReadFile<IntentRules>(folder, IntentRulesReader.Name)),
            SmallTalk = ReadFile<SmallTalk>(folder, "small-talk.yaml").Rules,
            Hotlines = ReadFile<HotlineList>(folder, "hotlines.yaml").Hotlines,
        };
    }

    private static void CheckLimits(OutcomeTexts outcomes)
    {
        string? wrong = outcomes switch
        {
            { ClarifyFrom: not (>= 0 and <= 1) } => "clarifyFrom 要在 0 到 1 之间",
            { AnswerFrom: not (>= 0 and <= 1) } => "answerFrom 要在 0 到 1 之间",
            { FaqFrom: not (>= 0 and <= 1) } => "faqFrom 要在 0 到 1 之间",
            { MaxCitations: < 1 } => "maxCitations 至少是 1",
            { MaxCharacters: < 100 } => "maxCharacters 至少是 100",
            _ when outcomes.Help.Find(id => !outcomes.Services.ContainsKey(id)) is { } unknown => $"help 里的“{unknown}”在 services 里没有",
            _ => outcomes.ClarifyFrom > outcomes.AnswerFrom ? "clarifyFrom 不能大于 answerFrom" : null,
        };
        if (wrong is not null)
            throw new InvalidDataException($"answers/outcomes.yaml: {wrong}");
    }

    private static FollowUpRules ReadFollowUps(string folder)
    {
        const string Name = "follow-ups.yaml";
        var rules = ReadFile<FollowUpRules>(folder, Name);
        foreach (var pattern in rules.Elliptical.Concat(rules.Leaning).Concat(rules.Aspects.Values).Append(rules.Asks).Append(rules.Empty).Append(rules.Matters))
            CheckPattern($"{Name}: ", pattern);
        foreach (var aspect in rules.Aspects.Keys.Where(aspect => !Enum.TryParse<Answering.FollowUps.FollowUpAspect>(aspect, ignoreCase: true, out _)))
            throw new InvalidDataException($"answers/{Name}: aspects 里没有“{aspect}”这一面");
        string? wrong = rules switch
        {
            { Longest: < 1 } => "longest 至少是 1",
            { StandsFrom: not (>= 0 and <= 1) } => "standsFrom 要在 0 到 1 之间",
            { OwnLikeness: not (>= 0 and <= 1) } => "ownLikeness 要在 0 到 1 之间",
            _ => null,
        };
        return wrong is null ? rules : throw new InvalidDataException($"answers/{Name}: {wrong}");
    }

    internal static void CheckPattern(string where, string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"answers/{where}“{pattern}”不能用作正则表达式：{exception.Message}", exception);
        }
    }

    private static T ReadFile<T>(string folder, string name)
        where T : class
    {
        if (!File.Exists(Path.Combine(folder, name)))
            throw new InvalidDataException($"answers/{name}: 缺少这个文件");
        try
        {
            return Yaml.Deserialize<T>(File.ReadAllText(Path.Combine(folder, name), new UTF8Encoding(false, throwOnInvalidBytes: true)))
                ?? throw new InvalidDataException($"answers/{name}: 文件是空的");
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException($"answers/{name}: 文件不是 UTF-8 编码", exception);
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"answers/{name}({exception.Start.Line}): {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    private sealed class Dangers
    {
        public List<DangerRule> Rules { get; set; } = [];
    }

    private sealed class SmallTalk
    {
        public List<SmallTalkRule> Rules { get; set; } = [];
    }

    private sealed class HotlineList
    {
        public List<Hotline> Hotlines { get; set; } = [];
    }
}
