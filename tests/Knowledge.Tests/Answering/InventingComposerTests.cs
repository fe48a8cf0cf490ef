using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Answering;

/// <summary>A model that lies, is empty-handed or unsure costs the citizen nothing.</summary>
public sealed class InventingComposerTests
{
    private const string Question = "邻居把井填了我没水吃怎么办";

    public static TheoryData<string, string> Inventions => new()
    {
        { "要赔你九万元。", "《水井法》第三条" },
        { "按《水井法》第五十条，抓他坐牢。", "《水井法》第三条" },
        { "按《刑法》第三条，抓他坐牢。", "《水井法》第三条" },
        { "公用的井谁都不能填。", "《水井法》第五十条" },
        { "公用的井谁都不能填。", "《水车法》第三条" },
        { "公用的井谁都不能填。", "" },
        { "", "《水井法》第三条" },
    };

    [Theory]
    [MemberData(nameof(Inventions))]
    public async Task What_the_guard_stops_is_answered_without_a_model(string text, string cited)
    {
        using var folder = CorpusFolder.Sample();

        var answer = await (await folder.AnswererAsync(new Composer(text, cited))).AskAsync(Question);

        var expected = (await folder.AnswererAsync()).Ask(Question);
        Assert.Equal((AnswerOutcome.Answered, AnswerSource.Faq), (expected.Outcome, expected.Source));
        Assert.Equal((expected.Outcome, expected.Source, expected.Text), (answer.Outcome, answer.Source, answer.Text));
        Assert.Equal(expected.Cited(), answer.Cited());
    }

    [Fact]
    public async Task A_model_that_writes_nothing_is_answered_without_it()
    {
        using var folder = CorpusFolder.Sample();

        Assert.Equal(AnswerSource.Faq, (await (await folder.AnswererAsync(new Composer(null, ""))).AskAsync(Question)).Source);
    }

    [Fact]
    public async Task A_model_that_invents_where_nothing_is_known_gets_no_word_in()
    {
        using var folder = CorpusFolder.Sample().WriteAnswers(confidence: "0.1");

        var answer = await (await folder.AnswererAsync(new Composer("赔九万元。", "《水井法》第三条"))).AskAsync("井盖");

        Assert.Equal((AnswerOutcome.NoAnswer, "没找到，不敢乱说。"), (answer.Outcome, answer.Text));
    }

    [Fact]
    public async Task What_is_sound_in_a_models_draft_is_said_and_the_rest_dropped()
    {
        using var folder = CorpusFolder.Sample();

        var answer = await (await folder.AnswererAsync(new Composer("把脏东西倒进井里的，赔五百元。井要在30日内淘干净。要赔你九万元。", "《水井法》第四条"))).AskAsync(Question);

        Assert.Equal((AnswerOutcome.Answered, AnswerSource.Model), (answer.Outcome, answer.Source));
        Assert.Equal("把脏东西倒进井里的，赔五百元。井要在30日内淘干净。\n这是法律信息。", answer.Text);
        Assert.Equal(["《水井法》第四条"], answer.Cited());
    }

    [Fact]
    public async Task A_model_cites_no_more_than_may_be_shown_and_says_no_more_than_may_be_said()
    {
        using var folder = CorpusFolder.Sample();
        var composer = new Composer(string.Concat(Enumerable.Repeat("公用的井谁都不能填。", 200)), "《水井法》第三条", "《水井法》第四条", "《水井法》第四条之一");

        var answer = await (await folder.AnswererAsync(composer)).AskAsync(Question);

        Assert.Equal(2, answer.Citations.Count);
        Assert.InRange(answer.Text.Length, 1, 320);
    }

    [Fact]
    public async Task A_model_that_cites_an_article_twice_shows_it_once()
    {
        using var folder = CorpusFolder.Sample();

        var answer = await (await folder.AnswererAsync(new Composer("公用的井谁都不能填。", "《水井法》第三条", "《水井法》第三条"))).AskAsync(Question);

        Assert.Equal(["《水井法》第三条"], answer.Cited());
    }

    [Fact]
    public async Task No_model_is_asked_about_danger_small_talk_or_a_named_article()
    {
        using var folder = CorpusFolder.Sample();
        var answerer = await folder.AnswererAsync(new Composer("公用的井谁都不能填。", "《水井法》第三条"));

        foreach (var question in new[] { "娃掉进井里了", "你好", "水井法第四条", "水井法第九十九条", "？？" })
            Assert.NotEqual(AnswerSource.Model, (await answerer.AskAsync(question)).Source);
    }

    [Fact]
    public async Task Who_asks_without_a_model_gets_the_answer_at_once()
    {
        using var folder = CorpusFolder.Sample();

        var asked = (await folder.AnswererAsync()).AnswerAsync(Question, Asking.Today, Asking.Today, CancellationToken.None);

        Assert.True(asked.IsCompletedSuccessfully);
        Assert.Equal(AnswerSource.Faq, (await asked).Source);
    }

    private sealed class Composer(string? text, params string[] cited) : IComposer
    {
        public Task<Draft?> ComposeAsync(Material material, CancellationToken cancellation) =>
            Task.FromResult(text is null ? null : new Draft(AnswerSource.Model, text, [.. Keys()], null, 0.95));

        private IEnumerable<ArticleKey> Keys()
        {
            foreach (var name in cited)
            {
                if (ArticleKey.TryParse(name, out var key))
                    yield return key;
            }
        }
    }
}
