using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Privacy;

public sealed class QuestionPrivacyTests
{
    private const string Secret = "张三丰欠我九千块";

    [Fact]
    public async Task The_words_of_a_question_stand_in_no_log_line_and_in_no_metric()
    {
        await using var server = await LegalServer.StartAsync();

        await server.Client.AskAsync($"邻居{Secret}还把水渠堵了怎么办");
        await server.Client.AskAsync($"{Secret}，他打我");
        await server.Client.AskAsync($"《{Secret}法》第三条");
        foreach (var body in Broken())
        {
            using var refused = await server.Client.PostBodyAsync(body);
            Assert.False(refused.IsSuccessStatusCode);
        }

        var metrics = await server.Client.GetStringAsync("/metrics");
        Assert.Contains("legal_answers", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("张三丰", metrics, StringComparison.Ordinal);
        Assert.Contains(server.Log.Lines, line => line.Contains("Answered", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("张三丰", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_a_question_is_left_on_the_disk()
    {
        await using var server = await LegalServer.StartAsync();

        await server.Client.AskAsync($"邻居{Secret}还把水渠堵了怎么办");

        var files = Directory.GetFiles(server.Data, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
            Assert.DoesNotContain("张三丰", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_count_answers_by_outcome_and_source()
    {
        await using var server = await LegalServer.StartAsync();

        await server.Client.AskAsync("邻居把水渠堵了怎么办");

        var metrics = await Eventually.ReadAsync(
            () => server.Client.GetStringAsync("/metrics"), text => text.Contains("legal_answers", StringComparison.Ordinal));
        Assert.Matches("""legal_answers\w*\{[^}]*outcome="Answered"[^}]*source="Faq"[^}]*\} 1""", metrics);
    }

    private static IEnumerable<string> Broken() =>
    [
        $$"""{"question":"{{Secret}}","asOf":"{{Secret}}"}""",
        $$"""{"question":"{{Secret}}" """,
        $$"""{"question":["{{Secret}}"]}""",
        $$"""{"question":"\uD800{{Secret}}"}""",
        $$"""{"{{Secret}}":""",
        $$"""{"question":"{{string.Concat(Enumerable.Repeat(Secret, 300))}}"}""",
        Secret,
    ];
}
