using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Answering;

public sealed class DangerTests
{
    [Fact]
    public async Task Danger_comes_before_everything_else()
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask("娃掉进井里了！！！");

        Assert.Equal((AnswerOutcome.Urgent, "马上打 119，喊人放绳子。"), (answer.Outcome, answer.Text));
        Assert.Equal(["119", "120", "12348"], answer.NextSteps.Select(step => step.Phone));
    }

    [Fact]
    public async Task Its_articles_are_those_of_the_rule_that_there_are_and_never_too_many()
    {
        using var folder = CorpusFolder.Sample();

        Assert.Equal(["《水井法》第四条之一", "《水井法》第四条"], (await folder.AnswererAsync()).Ask("娃掉进井里了").Cited());
    }

    [Theory]
    [InlineData("你好，他打我")]
    [InlineData("水井法第三条，邻居打我")]
    [InlineData("水车法第三条 他打我")]
    [InlineData("他打我")]
    [InlineData("他打我 下雨吗")]
    public async Task Neither_small_talk_nor_the_name_of_an_article_hides_it(string question)
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask(question);

        Assert.Equal(AnswerOutcome.Urgent, answer.Outcome);
        Assert.StartsWith("先打 110。", answer.Text, StringComparison.Ordinal);
        Assert.Equal("110", answer.NextSteps[0].Phone);
    }

    [Fact]
    public async Task What_an_FAQ_entry_says_about_it_follows_after_whom_to_call()
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask("邻居把井填了我没水吃怎么办他还打我");

        Assert.Equal((AnswerOutcome.Urgent, AnswerSource.Faq), (answer.Outcome, answer.Source));
        Assert.StartsWith("先打 110。\n\n公用的井谁都不能填。", answer.Text, StringComparison.Ordinal);
        Assert.Equal("110", answer.NextSteps[0].Phone);
        Assert.Equal(answer.NextSteps.Count, answer.NextSteps.Distinct().Count());
    }

    [Theory]
    [InlineData("小孩掉进井里了怎么赔")]
    [InlineData("娃娃掉进没盖子的井里该谁赔")]
    public async Task A_question_about_the_law_in_general_is_no_alarm(string question)
    {
        using var folder = CorpusFolder.Sample();

        Assert.NotEqual(AnswerOutcome.Urgent, (await folder.AnswererAsync()).Ask(question).Outcome);
    }

    [Fact]
    public async Task An_unless_lifts_its_own_rule_only()
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask("掉进井里了怎么赔，他还打我");

        Assert.Equal(AnswerOutcome.Urgent, answer.Outcome);
        Assert.StartsWith("先打 110。", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_rule_that_fits_counts()
    {
        using var folder = CorpusFolder.Sample();

        Assert.StartsWith("马上打 119", (await folder.AnswererAsync()).Ask("他打我，我掉井里了").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("他揍　我")]
    [InlineData("他揍\u200B我")]
    [InlineData("他打打打打我")]
    public async Task It_is_heard_however_it_is_typed(string question)
    {
        using var folder = CorpusFolder.Sample().Write("answers/danger.yaml", SampleTexts.Danger.Replace("(打|揍)我", "(打|揍) ?我", StringComparison.Ordinal));

        Assert.Equal(AnswerOutcome.Urgent, (await folder.AnswererAsync()).Ask(question).Outcome);
    }
}
