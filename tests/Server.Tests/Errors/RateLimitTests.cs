using System.Globalization;
using System.Net;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Errors;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_ask_again()
    {
        await using var server = await LegalServer.StartAsync(("RateLimits:AnswersPerMinute", "2"));

        for (var time = 0; time < 2; time++)
            Assert.Equal("small_talk", (await server.Client.AskAsync("你好")).Text("outcome"));
        using var refused = await server.Client.PostQuestionAsync("你好");

        await refused.AssertProblemAsync(HttpStatusCode.TooManyRequests, "rate.limited");
        var wait = Assert.Single(refused.Headers.GetValues("Retry-After"));
        Assert.InRange(int.Parse(wait, CultureInfo.InvariantCulture), 1, 60);
    }

    [Fact]
    public async Task Who_asks_too_often_can_still_read_articles_and_health()
    {
        await using var server = await LegalServer.StartAsync(("RateLimits:AnswersPerMinute", "1"));
        await server.Client.AskAsync("你好");
        using var refused = await server.Client.PostQuestionAsync("你好");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);

        Assert.Equal("第四条", (await server.Client.ReadAsync("/api/v1/articles/水渠条例/第四条")).Text("article"));
        using var health = await server.Client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Who_reads_too_often_is_told_so_too()
    {
        await using var server = await LegalServer.StartAsync(("RateLimits:ReadsPerMinute", "1"));
        await server.Client.ReadAsync("/api/v1/articles/水渠条例/第四条");

        using var refused = await server.Client.GetAsync("/api/v1/articles/水渠条例/第四条");

        await refused.AssertProblemAsync(HttpStatusCode.TooManyRequests, "rate.limited");
    }
}
