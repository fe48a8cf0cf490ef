using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Answering;

public sealed class NamedArticleTests
{
    [Theory]
    [InlineData("水井法第四条")]
    [InlineData("《水井法》4条")]
    [InlineData("井规第四条是什么")]
    [InlineData("请问水井法第四条规定")]
    public async Task An_article_that_is_named_is_shown(string question)
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask(question);

        Assert.Equal((AnswerOutcome.Article, AnswerSource.Statute, 1.0), (answer.Outcome, answer.Source, answer.Confidence));
        Assert.StartsWith("《水井法》第四条：把脏东西倒进井里的", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["《水井法》第四条"], answer.Cited());
    }

    [Theory]
    [InlineData("水井法第六十一条", "《水井法》没有第六十一条，一共60条。")]
    [InlineData("水井法第99999条", "《水井法》没有这样的条号，一共60条。")]
    [InlineData("水井法第六十一条说邻居把井填了要怎么赔我", "《水井法》没有第六十一条，一共60条。")]
    public async Task An_article_that_the_law_does_not_have_is_said_so(string question, string text)
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask(question);

        Assert.Equal((AnswerOutcome.NoSuchArticle, text), (answer.Outcome, answer.Text));
        Assert.Empty(answer.Citations);
    }

    [Fact]
    public async Task With_the_full_text_a_gap_in_the_numbers_is_no_article()
    {
        using var folder = await CorpusFolder.Sample()
            .WithFullTextAsync(Statutes.Of("水车法", Statutes.Version("水车法", Statutes.Day(2000), null, "甲。", "乙。")));
        var answerer = await folder.AnswererAsync();

        Assert.Equal("《水车法》没有第一条之一，一共2条。", answerer.Ask("水车法第一条之一").Text);
        Assert.Equal("《水车法》第二条：乙。", answerer.Ask("水车法第二条").Text);
    }

    [Theory]
    [InlineData("水井法第五条")]
    [InlineData("水井法第三条之二")]
    public async Task An_article_that_may_exist_but_is_not_loaded_is_said_so(string question)
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask(question);

        Assert.Equal(AnswerOutcome.ArticleNotLoaded, answer.Outcome);
        Assert.EndsWith("没有装入。", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Citations);
    }

    [Theory]
    [InlineData("《水车法》第三条", "没有《水车法》。")]
    [InlineData("《水车三十条》第三条", "没有《水车三十条》。")]
    public async Task A_law_nobody_knows_is_said_so(string question, string text)
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask(question);

        Assert.Equal((AnswerOutcome.NoSuchLaw, text), (answer.Outcome, answer.Text));
    }

    [Theory]
    [InlineData("第四条", "哪部法律的第四条？")]
    [InlineData("47条是什么", "哪部法律的第四十七条？")]
    public async Task An_article_without_a_law_is_asked_back(string question, string text)
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask(question);

        Assert.Equal((AnswerOutcome.Clarify, text), (answer.Outcome, answer.Text));
    }

    [Fact]
    public async Task A_note_that_was_not_checked_against_the_new_wording_is_not_shown_for_it()
    {
        using var folder = await CorpusFolder.Sample().WithFullTextAsync(Statutes.Of(
            "水井法",
            Statutes.Version("水井法", Statutes.Day(2020, 5), Statutes.Day(2023, 12, 31), "甲。", "乙。", "丙。", "赔五百元。"),
            Statutes.Version("水井法", Statutes.Day(2024), null, "甲。", "乙。", "丙。", "赔八百元。")));

        var answer = (await folder.AnswererAsync()).Ask("水井法第四条");

        Assert.Equal("《水井法》第四条：赔八百元。", answer.Text);
    }

    [Fact]
    public async Task A_question_that_names_an_article_in_passing_is_searched_for()
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask("按水井法第三条外村人能不能来我们这里打水呢");

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.Equal("《水井法》第三条", answer.Cited().First());
    }
}
