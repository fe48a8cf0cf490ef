using LegalService.Knowledge.Tests.LanguageModel;
using LegalService.Server.Tests.DirectLine;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Answers;

/// <summary>The running server with a language model set.</summary>
public sealed class ModelTests : IDisposable
{
    private const string Question = "邻居把水渠堵了怎么办";
    private const string Sound = "堵渠的人要在3天内挖开，不挖开的，村里可以请人挖，钱由他出（《水渠条例》第四条）。先拍下被堵的地方。";

    private readonly ModelSite _site = new();

    [Fact]
    public async Task An_answer_written_with_the_model_says_so()
    {
        _site.Writes(Sound);
        await using var server = await StartAsync();

        var answer = await server.Client.AskAsync(Question);

        Assert.Equal(("answered", "model"), (answer.Text("outcome"), answer.Text("source")));
        Assert.StartsWith(Sound, answer.Text("text"), StringComparison.Ordinal);
        Assert.Equal("第四条", Assert.Single(answer.List("citations")).Text("article"));
        Assert.Contains("legal_model_asked", await server.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lying_model_costs_the_citizen_nothing()
    {
        _site.Writes("堵渠的人要在三十天内挖开（《水渠条例》第四条）。");
        await using var server = await StartAsync();

        Assert.Equal("faq", (await server.Client.AskAsync(Question)).Text("source"));
    }

    [Fact]
    public async Task A_follow_up_is_made_a_question_before_it_is_answered()
    {
        _site.Writes(Sound).Writes("邻居把水渠堵了怎么办，要多久").Writes("堵渠的人要在三天内挖开（《水渠条例》第四条）。");
        await using var server = await StartAsync();
        var (conversation, token) = await server.StartConversationAsync();

        (await server.SayAsync(conversation, token, Question)).Dispose();
        (await server.SayAsync(conversation, token, "那要多久")).Dispose();

        var last = (await server.ReadActivitiesAsync(conversation, token))[^1].Text("text");
        Assert.StartsWith("堵渠的人要在三天内挖开", last, StringComparison.Ordinal);
        Assert.Contains("<这句话>\n那要多久\n</这句话>", _site.Said(1), StringComparison.Ordinal);
        Assert.Contains("<提问>\n邻居把水渠堵了怎么办，要多久\n</提问>".Normalize(System.Text.NormalizationForm.FormKC), _site.Said(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_does_not_wait_for_a_model_longer_than_its_channel_does()
    {
        _site.Hangs = true;
        await using var server = await StartAsync(("Bot:WaitForModel", "00:00:00.3"));
        var (conversation, token) = await server.StartConversationAsync();

        (await server.SayAsync(conversation, token, Question)).Dispose();

        Assert.StartsWith("堵渠的人要在三天内挖开。先请村里去说", (await server.ReadActivitiesAsync(conversation, token))[^1].Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_question_nor_the_answer_nor_the_key_is_logged()
    {
        _site.Writes(Sound);
        await using var server = await StartAsync();

        await server.Client.AskAsync(Question);

        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("水渠堵了", StringComparison.Ordinal) || line.Contains("挖开", StringComparison.Ordinal) || line.Contains("a-key-of-the-tests", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Model:Endpoint", "not-an-address", "Model:Endpoint")]
    [InlineData("Model:Name", "", "Model:Name")]
    [InlineData("Model:AnswerWithin", "00:10:00", "Model:AnswerWithin")]
    [InlineData("Model:LookUps", "100", "Model:LookUps")]
    public async Task A_wrong_setting_is_named_at_start(string key, string value, string named)
    {
        await using var server = LegalServer.Prepare([("Model:Endpoint", _site.Address.ToString()), ("Model:Name", "test"), (key, value)]);

        Assert.Contains(named, Assert.ThrowsAny<Exception>(server.Start).ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    /// <summary>Patient, however busy the machine is, unless a test says otherwise.</summary>
    private Task<LegalServer> StartAsync(params (string Key, string Value)[] settings) => LegalServer.StartAsync(
    [
        ("Model:Endpoint", _site.Address.ToString()),
        ("Model:Name", "test"),
        ("Model:ApiKey", "a-key-of-the-tests"),
        ("Model:AnswerWithin", "00:01:00"),
        ("Model:CallWithin", "00:01:00"),
        ("Model:RewriteWithin", "00:00:30"),
        ("Bot:WaitForModel", "00:01:00"),
        .. settings,
    ]);
}
