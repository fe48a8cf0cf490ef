using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Shipped;

/// <summary>The server with the corpus that the product ships.</summary>
public sealed class ShippedServer : IAsyncLifetime
{
    public LegalServer Server { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Server = await LegalServer.StartAsync(("Knowledge:Folders:0", Path.Combine(AppContext.BaseDirectory, "corpus")));

    public async Task DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
    }
}

public sealed class ShippedCorpusTests(ShippedServer shipped) : IClassFixture<ShippedServer>
{
    private HttpClient Client => shipped.Server.Client;

    [Fact]
    public async Task The_shipped_corpus_has_no_mistake()
    {
        var health = await shipped.Server.ReadHealthAsync();

        Assert.True(health.GetProperty("checks").GetProperty("knowledge").Text("status") == "Healthy", string.Join('\n', shipped.Server.Log.Lines.Where(line => line.StartsWith("Warning", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("老板拖欠工资不给怎么办", "劳动合同法")]
    [InlineData("干了三年半被辞退能赔几个月工资", "劳动合同法")]
    [InlineData("民法典1079条", "民法典")]
    [InlineData("最高人民法院关于适用民法典婚姻家庭编的解释（一）第一条", "最高人民法院关于适用民法典婚姻家庭编的解释（一）")]
    public async Task A_common_question_is_answered_from_its_law(string question, string law)
    {
        var answer = await Client.AskAsync(question);

        Assert.Contains(answer.Text("outcome"), (string[])["answered", "article"]);
        Assert.Contains(answer.List("citations"), citation => citation.Text("law") == law);
        Assert.All(answer.List("citations"), citation => Assert.Equal("inForce", citation.Text("status")));
    }

    [Theory]
    [InlineData("我老公又打我了", "110")]
    [InlineData("不想活了", "12356")]
    public async Task In_danger_the_number_to_call_comes_first(string question, string number)
    {
        var answer = await Client.AskAsync(question);

        Assert.Equal("urgent", answer.Text("outcome"));
        Assert.Contains(number, answer.Text("text").Split('。')[0] + answer.Text("text").Split('。')[1], StringComparison.Ordinal);
        Assert.Equal(number, answer.List("nextSteps")[0].Text("phone"));
    }

    [Theory]
    [InlineData("刑法第九百条", "no_such_article")]
    [InlineData("《星际航行法》第三条", "no_such_law")]
    [InlineData("你好", "small_talk")]
    [InlineData("今天天气怎么样", "not_legal")]
    [InlineData("asdfghjkl qwerty", "unreadable")]
    public async Task What_cannot_be_answered_is_said_and_not_guessed(string question, string outcome)
    {
        var answer = await Client.AskAsync(question);

        Assert.Equal(outcome, answer.Text("outcome"));
        Assert.Empty(answer.List("citations"));
    }

    [Fact]
    public async Task Every_suggested_question_is_answered()
    {
        foreach (var suggestion in (await Client.ReadAsync("/api/v1/welcome")).List("suggestions"))
        {
            var answer = await Client.AskAsync(suggestion.GetString()!);
            Assert.True(answer.Text("outcome") == "answered", $"{suggestion}: {answer.Text("outcome")}");
            Assert.NotEmpty(answer.List("citations"));
        }
    }
}
