using System.Globalization;
using System.Net;
using System.Text.Json;
using LegalService.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace LegalService.Contracts.Tests;

public sealed class ClientTests(SharedFullTextServer shared) : IClassFixture<SharedFullTextServer>
{
    [Fact]
    public async Task The_client_asks_and_reads_every_field_of_the_answer()
    {
        await using var services = Services();

        var answer = await Api(services).AnswerAsync(new AnswerRequest("邻居把水渠堵了怎么办", "conversation-1"));

        Assert.Equal(("answered", "faq"), (answer.Outcome, answer.Source));
        Assert.InRange(answer.Confidence, 0.5, 1);
        Assert.StartsWith("堵渠的人要在三天内挖开。", answer.Text, StringComparison.Ordinal);
        var citation = answer.Citations[0];
        Assert.Equal(
            ("水渠条例", "第四条", "中华人民共和国水渠条例", "inForce", new DateOnly(2018, 6, 1), null, "堵渠要恢复"),
            (citation.Law, citation.Article, citation.Title, citation.Status, citation.InForceFrom, citation.Quote, citation.Caption));
        Assert.StartsWith("谁堵了公家的水渠", citation.Gist, StringComparison.Ordinal);
        Assert.StartsWith("/articles/", citation.Url, StringComparison.Ordinal);
        Assert.Contains(answer.NextSteps, step => step is { Service: "legal-aid", Phone: null, Url: null });
        Assert.Contains(answer.NextSteps, step => step is { Phone: "12348", Service: null, Url: null });
    }

    [Fact]
    public async Task The_client_asks_by_the_law_of_another_day()
    {
        await using var services = Services();

        var answer = await Api(services).AnswerAsync(new AnswerRequest("井水法第二条", AsOf: new DateOnly(2012, 1, 1)));

        Assert.Equal("取井水每天不得超过十桶。", Assert.Single(answer.Citations).Quote);
    }

    [Fact]
    public async Task The_client_reads_an_article_with_its_versions_and_neighbours()
    {
        await using var services = Services();

        var article = await Api(services).ArticleAsync("井水法", "第二条");

        Assert.Equal(("井水法", "第二条", "中华人民共和国井水法", "inForce"), (article.Law, article.Article, article.Title, article.Status));
        Assert.Equal((new DateOnly(2020, 7, 1), null), (article.InForceFrom, article.InForceTo));
        Assert.Equal(["第一章 总则"], article.Headings);
        Assert.Equal(("第一条", "第三条"), (article.Previous?.Article, article.Next?.Article));
        Assert.Equal([new DateOnly(2020, 6, 30), null], article.Versions.Select(version => version.InForceTo));
        Assert.Null(article.Gist);
        Assert.StartsWith("取井水每天不得超过二十桶。", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2012, "取井水每天不得超过十桶。")]
    [InlineData(2021, "取井水每天不得超过二十桶。")]
    public async Task The_client_reads_an_article_as_of_a_day(int year, string text)
    {
        await using var services = Services();

        var article = await Api(services).ArticleAsync("井水法", "第二条", new DateOnly(year, 12, 11));

        Assert.StartsWith(text, article.Text, StringComparison.Ordinal);
        Assert.EndsWith($"?asOf={year}-12-11", article.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public async Task The_client_writes_a_day_the_same_way_in_every_culture(string culture)
    {
        await using var services = Services();
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.EndsWith("?asOf=2021-12-11", (await Api(services).ArticleAsync("井水法", "第二条", new DateOnly(2021, 12, 11))).Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("月亮法", "第一条", HttpStatusCode.NotFound, "law.notFound")]
    [InlineData("井水法", "第九条", HttpStatusCode.NotFound, "article.notFound")]
    [InlineData("井水法", "随便", HttpStatusCode.BadRequest, "article.invalid")]
    [InlineData("水/渠%条?例#", "第一条", HttpStatusCode.NotFound, "law.notFound")]
    public async Task A_refusal_reaches_the_caller_with_its_code_and_its_sentence(string law, string article, HttpStatusCode status, string code)
    {
        await using var services = Services();

        var refusal = await Assert.ThrowsAnyAsync<ApiException>(() => Api(services).ArticleAsync(law, article));

        Assert.Equal(status, refusal.StatusCode);
        AssertProblem(refusal, code);
    }

    [Theory]
    [InlineData(null, "question.empty")]
    [InlineData(" ", "question.empty")]
    [InlineData(2001, "question.tooLong")]
    public async Task A_question_that_is_refused_reaches_the_caller_with_its_code(object? question, string code)
    {
        await using var services = Services();
        var text = question is int length ? new string('水', length) : (string?)question;

        var refusal = await Assert.ThrowsAnyAsync<ApiException>(() => Api(services).AnswerAsync(new AnswerRequest(text)));

        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        AssertProblem(refusal, code);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_of_the_call_and_not_an_answer()
    {
        await using var services = new ServiceCollection().Also(new Uri("http://127.0.0.1:1"));

        await Assert.ThrowsAnyAsync<ApiRequestException>(() => Api(services).AnswerAsync(new AnswerRequest("水渠")));
    }

    [Fact]
    public async Task A_call_can_be_cancelled()
    {
        await using var services = Services();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Api(services).AnswerAsync(new AnswerRequest("水渠"), cancelled.Token));
    }

    private static void AssertProblem(ApiException refusal, string code)
    {
        using var problem = JsonDocument.Parse(refusal.Content!);
        Assert.Equal(code, problem.RootElement.Text("code"));
        Assert.NotEmpty(problem.RootElement.Text("detail"));
    }

    private static ILegalServiceApi Api(ServiceProvider services) => services.GetRequiredService<ILegalServiceApi>();

    private ServiceProvider Services() => new ServiceCollection().Also(shared.Client.BaseAddress!);
}

file static class Registration
{
    public static ServiceProvider Also(this IServiceCollection services, Uri server)
    {
        services.AddLegalServiceApi(server);
        return services.BuildServiceProvider();
    }
}
