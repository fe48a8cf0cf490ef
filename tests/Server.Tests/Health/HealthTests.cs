using System.Net;
using System.Text.Json;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Before_the_corpus_is_there_the_server_lives_but_is_not_ready()
    {
        await using var server = LegalServer.Prepare();
        server.Start();

        using var live = await server.Client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var ready = await server.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("Unhealthy", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_corpus_is_there_questions_and_articles_are_refused_with_a_code_that_says_so()
    {
        await using var server = LegalServer.Prepare();
        server.Start();

        using var answer = await server.Client.PostQuestionAsync("邻居把水渠堵了怎么办");
        var problem = await answer.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "knowledge.loading");
        Assert.Contains("12348", problem.Text("detail"), StringComparison.Ordinal);
        using var article = await server.Client.GetAsync("/api/v1/articles/水渠条例/第四条");
        await article.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "knowledge.loading");
        using var welcome = await server.Client.GetAsync("/api/v1/welcome");
        await welcome.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "knowledge.loading");
    }

    [Fact]
    public async Task A_corpus_that_appears_later_is_taken_in_without_a_restart()
    {
        await using var server = LegalServer.Prepare();
        server.Start();
        using (var ready = await server.Client.GetAsync("/health/ready"))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);

        TempFolder.Copy(LegalServer.OwnCorpus, server.Corpus);

        await Eventually.ReadAsync(() => server.ReadHealthAsync(), health => health.Text("status") == "Healthy");
        Assert.Equal("answered", (await server.Client.AskAsync("邻居把水渠堵了怎么办")).Text("outcome"));
    }

    [Fact]
    public async Task A_whole_corpus_is_healthy_and_counted()
    {
        await using var server = await LegalServer.StartAsync();

        var health = await server.ReadHealthAsync();

        Assert.Equal("Healthy", health.Text("status"));
        var data = health.GetProperty("checks").GetProperty("knowledge").GetProperty("data");
        Assert.Equal((2, 4, 1, 0), (Count(data, "laws"), Count(data, "articles"), Count(data, "faq"), Count(data, "problems")));
    }

    [Fact]
    public async Task A_file_with_a_mistake_makes_the_health_degraded_and_the_rest_still_answers()
    {
        await using var server = LegalServer.Prepare();
        TempFolder.Copy(LegalServer.OwnCorpus, server.Corpus);
        await File.WriteAllTextAsync(Path.Combine(server.Corpus, "faq", "坏.md"), "---\ntopic: 坏\n---\n\n## 没有编号的问题\n\n回答：\n没有。\n");
        server.Start();

        var health = await Eventually.ReadAsync(() => server.ReadHealthAsync(), seen => seen.Text("status") != "Unhealthy");

        Assert.Equal("Degraded", health.Text("status"));
        Assert.Equal(1, Count(health.GetProperty("checks").GetProperty("knowledge").GetProperty("data"), "problems"));
        using var ready = await server.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("answered", (await server.Client.AskAsync("邻居把水渠堵了怎么办")).Text("outcome"));
        Assert.Contains(server.Log.Lines, line => line.Contains("faq/坏.md(5): faq.noId", StringComparison.Ordinal));
    }

    private static int Count(JsonElement data, string name) => data.GetProperty(name).GetInt32();
}
