using System.Net;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Articles;

public sealed class ArticleRefusalTests(SharedFullTextServer shared) : IClassFixture<SharedFullTextServer>
{
    [Theory]
    [InlineData("月亮法/第一条", HttpStatusCode.NotFound, "law.notFound")]
    [InlineData("水渠条例/第二十一条", HttpStatusCode.NotFound, "article.notFound")]
    [InlineData("井水法/第五条", HttpStatusCode.NotFound, "article.notFound")]
    [InlineData("水渠条例/第十九条", HttpStatusCode.NotFound, "article.notLoaded")]
    [InlineData("水渠条例/第零条", HttpStatusCode.BadRequest, "article.invalid")]
    [InlineData("水渠条例/第10000条", HttpStatusCode.BadRequest, "article.invalid")]
    [InlineData("水渠条例/四条四", HttpStatusCode.BadRequest, "article.invalid")]
    [InlineData("水渠条例/%01", HttpStatusCode.BadRequest, "article.invalid")]
    [InlineData("水渠条例/第四条?asOf=2020-13-01", HttpStatusCode.BadRequest, "asOf.invalid")]
    [InlineData("水渠条例/第四条?asOf=01.02.2020", HttpStatusCode.BadRequest, "asOf.invalid")]
    [InlineData("水渠条例/第四条?asOf=今天", HttpStatusCode.BadRequest, "asOf.invalid")]
    public async Task An_article_that_cannot_be_read_is_refused_with_its_code(string address, HttpStatusCode status, string code)
    {
        using var response = await shared.Client.GetAsync("/api/v1/articles/" + address);

        await response.AssertProblemAsync(status, code);
    }

    [Fact]
    public async Task Who_asks_for_an_article_too_many_is_told_how_many_there_are()
    {
        using var response = await shared.Client.GetAsync("/api/v1/articles/井水法/第五条");

        var problem = await response.AssertProblemAsync(HttpStatusCode.NotFound, "article.notFound");
        Assert.Equal("《井水法》没有第五条，一共4条。", problem.Text("detail"));
    }

    [Fact]
    public async Task A_name_that_is_markup_comes_back_as_text_in_json_only()
    {
        using var response = await shared.Client.GetAsync("/api/v1/articles/%3Cscript%3E/第一条");

        await response.AssertProblemAsync(HttpStatusCode.NotFound, "law.notFound");
        Assert.Contains("nosniff", response.Headers.GetValues("X-Content-Type-Options"));
    }
}
