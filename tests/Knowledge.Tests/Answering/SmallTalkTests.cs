using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Answering;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("你好", "您好。", AnswerOutcome.SmallTalk)]
    [InlineData("你好呀！！！", "您好。", AnswerOutcome.SmallTalk)]
    [InlineData("hello", "您好。", AnswerOutcome.SmallTalk)]
    [InlineData("ＨＥＬＬＯ", "您好。", AnswerOutcome.SmallTalk)]
    [InlineData("明天下雨吗", "天气不归我管。", AnswerOutcome.NotLegal)]
    [InlineData("你好下雨吗", "天气不归我管。", AnswerOutcome.NotLegal)]
    [InlineData("1+1等于几", "我不算数。", AnswerOutcome.NotLegal)]
    [InlineData("１＋１等于几？", "我不算数。", AnswerOutcome.NotLegal)]
    public async Task A_short_message_gets_the_reply_of_its_longest_phrase(string message, string reply, AnswerOutcome outcome)
    {
        using var folder = CorpusFolder.Sample();

        var answer = (await folder.AnswererAsync()).Ask(message);

        Assert.Equal((outcome, reply, AnswerSource.None), (answer.Outcome, answer.Text, answer.Source));
        Assert.Empty(answer.Citations);
        Assert.Equal(3, answer.NextSteps.Count);
    }

    [Theory]
    [InlineData("你好，邻居把井填了我没水吃怎么办")]
    [InlineData("你好你能告诉我")]
    [InlineData("明天要是下雨吗井水脏了怎么办")]
    public async Task A_longer_message_is_a_question(string message)
    {
        using var folder = CorpusFolder.Sample();

        Assert.DoesNotContain((await folder.AnswererAsync()).Ask(message).Outcome, new[] { AnswerOutcome.SmallTalk, AnswerOutcome.NotLegal });
    }

    [Fact]
    public async Task Every_phrase_of_the_shipped_corpus_gets_a_reply()
    {
        using var folder = CorpusFolder.Sample();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(CorpusFolder.Repository, "corpus", "answers"), "*.yaml"))
            folder.Write("answers/" + Path.GetFileName(file), File.ReadAllBytes(file));
        var answerer = await folder.AnswererAsync();

        foreach (var phrase in (await folder.ReadAsync()).Answers!.SmallTalk.SelectMany(rule => rule.Phrases))
            Assert.Contains(answerer.Ask(phrase).Outcome, new[] { AnswerOutcome.SmallTalk, AnswerOutcome.NotLegal });
    }
}
