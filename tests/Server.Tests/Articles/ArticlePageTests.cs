using System.Net;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Articles;

public sealed class ArticlePageTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData("/articles/水渠条例/第四条")]
    [InlineData("/articles/水渠条例/第四条?asOf=2020-01-01")]
    [InlineData("/articles/月亮法/第九百条")]
    public async Task The_address_of_an_article_serves_the_page_that_shows_it(string address)
    {
        using var page = await shared.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal(await shared.Client.GetStringAsync("/"), await page.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/articles")]
    [InlineData("/articles/水渠条例")]
    [InlineData("/articles/水渠条例/第四条/more")]
    [InlineData("/no/such/page")]
    [InlineData("/appsettings.json")]
    [InlineData("/corpus/answers/danger.yaml")]
    [InlineData("/..%2f..%2fappsettings.json")]
    public async Task What_is_no_page_is_not_found(string address)
    {
        using var response = await shared.Client.GetAsync(address);

        await response.AssertProblemAsync(HttpStatusCode.NotFound, "route.notFound");
    }
}
