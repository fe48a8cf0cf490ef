using System.Text;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Corpus;

/// <summary>Nothing can be said without these files, so a mistake in one stops the loading and is named.</summary>
public sealed class AnswerTextsTests
{
    public static TheoryData<string> Files => ["outcomes.yaml", "danger.yaml", "small-talk.yaml", "hotlines.yaml", "intents.yaml", "follow-ups.yaml"];

    public static TheoryData<string> Texts =>
        [.. SampleTexts.Outcomes.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Split(':')[0].Trim())
            .Where(key => !key.StartsWith("legal-", StringComparison.Ordinal))];

    [Fact]
    public async Task Sound_files_load_whole()
    {
        using var folder = CorpusFolder.Sample();

        var answers = (await folder.ReadAsync()).Answers!;

        Assert.Equal((300, 2, 0.4, 0.2, 0.5), (answers.Outcomes.MaxCharacters, answers.Outcomes.MaxCitations, answers.Outcomes.AnswerFrom, answers.Outcomes.ClarifyFrom, answers.Outcomes.FaqFrom));
        Assert.Equal("《水井法》没有第九条。", answers.Outcomes.Text("noSuchArticleUncounted", ("law", "水井法"), ("article", "第九条")));
        Assert.Equal(["fallen", "beaten"], answers.Dangers.Select(rule => rule.Id));
        Assert.Equal(["greeting", "sum", "weather"], answers.SmallTalk.Select(rule => rule.Id));
        Assert.Equal(["12348", "110", "119", "120", "12345"], answers.Hotlines.Select(hotline => hotline.Number));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_missing_file_is_named(string file)
    {
        using var folder = CorpusFolder.Sample();
        File.Delete(Path.Combine(folder.Path, "answers", file));

        await NamedAsync(folder, file);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task An_empty_file_is_named(string file)
    {
        using var folder = CorpusFolder.Sample().Write("answers/" + file, "");

        await NamedAsync(folder, file);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_not_UTF_8_is_named(string file)
    {
        using var folder = CorpusFolder.Sample();
        var bytes = File.ReadAllBytes(Path.Combine(folder.Path, "answers", file));
        bytes[Array.FindIndex(bytes, value => value > 0xE0)] = 0xFF;
        folder.Write("answers/" + file, bytes);

        await NamedAsync(folder, file);
    }

    [Theory]
    [InlineData("outcomes.yaml", "disclaimer: 甲\nmaxCharacters: 很多\n", 2)]
    [InlineData("outcomes.yaml", "disclaimer: 甲\n\nlimit: 3\n", 3)]
    [InlineData("danger.yaml", "rules:\n  - id: 甲\n    phrase: [乙]\n", 3)]
    [InlineData("small-talk.yaml", "rules:\n  - id: 甲\n    maxLength: 长\n", 3)]
    [InlineData("hotlines.yaml", "hotlines:\n  - number: [1\n", null)]
    public async Task A_line_with_a_mistake_is_named(string file, string text, int? line)
    {
        using var folder = CorpusFolder.Sample().Write("answers/" + file, text);

        var message = await NamedAsync(folder, file);

        Assert.Contains(line is null ? "(" : $"({line})", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outcomes.yaml", "texts:")]
    [InlineData("danger.yaml", "rules:")]
    [InlineData("small-talk.yaml", "rules:")]
    [InlineData("hotlines.yaml", "hotlines:")]
    public async Task A_key_with_nothing_under_it_is_named(string file, string text)
    {
        using var folder = CorpusFolder.Sample().Write("answers/" + file, text);

        await NamedAsync(folder, file);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_missing_sentence_is_named(string key)
    {
        var text = string.Join('\n', SampleTexts.Outcomes.Split('\n').Where(line => !line.Trim().StartsWith(key + ":", StringComparison.Ordinal)));
        using var folder = CorpusFolder.Sample().Write("answers/outcomes.yaml", text);

        Assert.Contains("texts." + key, await NamedAsync(folder, "outcomes.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("intents.yaml", "  - id: person", "  - id: persons", "persons")]
    [InlineData("intents.yaml", "  - id: callback", "  - id: places", "callback")]
    [InlineData("intents.yaml", "  personNext:", "  personNextOne:", "texts.personNext")]
    [InlineData("intents.yaml", "  forgetYes:", "  forgetSure:", "buttons.forgetYes")]
    [InlineData("intents.yaml", "  most: 3", "  most: 0", "several.most")]
    [InlineData("intents.yaml", "(转|找", "(转|找[", "person")]
    [InlineData("follow-ups.yaml", "longest: 14", "longest: 0", "longest")]
    [InlineData("follow-ups.yaml", "standsFrom: 0.8", "standsFrom: 8", "standsFrom")]
    [InlineData("follow-ups.yaml", "  costs:", "  price:", "price")]
    [InlineData("follow-ups.yaml", "asks: 怎么", "asks: (怎么", "怎么")]
    public async Task What_cannot_be_used_is_named(string file, string sound, string wrong, string named)
    {
        Assert.Contains(sound, CorpusFolder.Shipped(file), StringComparison.Ordinal);
        using var folder = CorpusFolder.Sample().Write("answers/" + file, CorpusFolder.Shipped(file).Replace(sound, wrong, StringComparison.Ordinal));

        Assert.Contains(named, await NamedAsync(folder, file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clarifyFrom: 0.2", "clarifyFrom: 0.9")]
    [InlineData("answerFrom: 0.4", "answerFrom: 40")]
    [InlineData("clarifyFrom: 0.2", "clarifyFrom: -1")]
    [InlineData("faqFrom: 0.5", "faqFrom: 5")]
    [InlineData("maxCitations: 2", "maxCitations: 0")]
    [InlineData("maxCharacters: 300", "maxCharacters: 20")]
    public async Task A_limit_that_makes_no_sense_is_named(string sound, string wrong)
    {
        using var folder = CorpusFolder.Sample().Write("answers/outcomes.yaml", SampleTexts.Outcomes.Replace(sound, wrong, StringComparison.Ordinal));

        Assert.Contains(wrong.Split(':')[0], await NamedAsync(folder, "outcomes.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("打(我")]
    [InlineData("打(?!我)")]
    [InlineData("(打)\\1")]
    [InlineData("打[我")]
    public async Task A_pattern_that_cannot_be_used_is_named_with_its_rule(string pattern)
    {
        using var folder = CorpusFolder.Sample().Write("answers/danger.yaml", SampleTexts.Danger.Replace("[(打|揍)我]", $"['{pattern}']", StringComparison.Ordinal));

        var message = await NamedAsync(folder, "danger.yaml");

        Assert.Contains("beaten", message, StringComparison.Ordinal);
        Assert.Contains(pattern, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("features:")]
    [InlineData("features: {search: 很大}")]
    [InlineData("weights: {search: 1}")]
    [InlineData("features: {seach: 1}")]
    public async Task Weights_that_cannot_be_used_are_named(string text)
    {
        using var folder = CorpusFolder.Sample().Write("ranking/weights.yaml", Encoding.UTF8.GetBytes(text));

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => folder.AnswererAsync());

        Assert.Contains("weights.yaml", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<string> NamedAsync(CorpusFolder folder, string file)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => folder.ReadAsync());
        Assert.Contains("answers/" + file, exception.Message, StringComparison.Ordinal);
        return exception.Message;
    }
}
