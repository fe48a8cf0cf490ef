using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Answers;

public sealed class ManyQuestionsTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task Fifty_citizens_who_ask_the_same_at_once_get_the_same_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => shared.Client.AskAsync("邻居把水渠堵了怎么办")));

        Assert.Single(answers.Select(answer => answer.GetRawText()).Distinct());
        Assert.Equal("answered", answers[0].Text("outcome"));
    }

    [Fact]
    public async Task Citizens_who_ask_different_things_at_once_get_each_their_own_answer()
    {
        string[] articles = ["第三条", "第四条", "第四条之一"];
        var asked = Enumerable.Range(0, 60).Select(place => articles[place % articles.Length]).ToList();

        var answers = await Task.WhenAll(asked.Select(article => shared.Client.AskAsync("水渠条例" + article)));

        Assert.Equal(asked, answers.Select(answer => answer.List("citations")[0].Text("article")));
    }
}
