using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Security;

public sealed class SecurityHeaderTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/articles/水渠条例/第四条")]
    [InlineData("/api/v1/articles/水渠条例/第四条")]
    [InlineData("/api/v1/articles/水渠条例/第九百条")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/reference")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/ready")]
    [InlineData("/metrics")]
    public async Task Every_response_tells_the_browser_what_it_may_not_do(string address)
    {
        using var response = await shared.Client.GetAsync(address);

        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        var policy = Header(response, "Content-Security-Policy");
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles/水渠条例/第四条")]
    [InlineData("/referenced")]
    public async Task No_page_for_citizens_may_run_inline_script(string address)
    {
        using var response = await shared.Client.GetAsync(address);

        Assert.DoesNotContain("unsafe", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_carries_the_same_headers()
    {
        using var response = await shared.Client.PostBodyAsync("{");

        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Contains("frame-ancestors 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_sites_script_is_not_allowed_to_read_answers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/articles/水渠条例/第四条");
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var response = await shared.Client.SendAsync(request);

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
