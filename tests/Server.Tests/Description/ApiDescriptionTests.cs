using System.Net;
using System.Text.Json;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Description;

public sealed class ApiDescriptionTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData("/api/v1/answers", "post", new[] { "400", "413", "415", "429", "503" })]
    [InlineData("/api/v1/articles/{law}/{article}", "get", new[] { "400", "404", "429", "503" })]
    public async Task A_route_is_described_with_its_answer_and_every_refusal(string route, string method, string[] refusals)
    {
        var responses = (await OperationAsync(route, method)).GetProperty("responses");

        Assert.True(responses.GetProperty("200").GetProperty("content").TryGetProperty("application/json", out _));
        foreach (var refusal in refusals)
        {
            Assert.True(responses.TryGetProperty(refusal, out var described), $"{refusal} is not described");
            Assert.True(described.GetProperty("content").TryGetProperty("application/problem+json", out _));
        }
    }

    [Fact]
    public async Task The_description_names_the_fields_of_question_and_answer()
    {
        var schemas = (await shared.Client.ReadAsync("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");

        Assert.Equal(["asOf", "conversationId", "question"], Fields(schemas, "AnswerRequest"));
        Assert.Equal(["citations", "confidence", "nextSteps", "outcome", "source", "text"], Fields(schemas, "AnswerResponse"));
        Assert.Equal(["article", "caption", "gist", "inForceFrom", "law", "quote", "status", "title", "url"], Fields(schemas, "CitationResponse"));
        Assert.Equal(["label", "phone", "service", "url"], Fields(schemas, "NextStepResponse"));
        Assert.Equal("date", schemas.GetProperty("AnswerRequest").GetProperty("properties").GetProperty("asOf").Text("format"));
    }

    [Fact]
    public async Task The_article_route_describes_its_parameters()
    {
        var parameters = (await OperationAsync("/api/v1/articles/{law}/{article}", "get")).List("parameters");

        Assert.Equal([("article", "path"), ("asOf", "query"), ("law", "path")], parameters.Select(p => (p.Text("name"), p.Text("in"))).Order());
    }

    [Fact]
    public async Task Every_route_of_the_description_exists()
    {
        var paths = (await shared.Client.ReadAsync("/openapi/v1.json")).GetProperty("paths");

        Assert.NotEmpty(paths.EnumerateObject());
        foreach (var path in paths.EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _)))
        {
            var address = path.Name
                .Replace("{law}", "水渠条例", StringComparison.Ordinal)
                .Replace("{article}", "第四条", StringComparison.Ordinal)
                .Replace("/services/{id}", "/services/legal-aid", StringComparison.Ordinal)
                .Replace("/slots", "/slots?service=legal-aid", StringComparison.Ordinal)
                .Replace("/queue", "/queue?office=example-centre", StringComparison.Ordinal);
            using var response = await shared.Client.GetAsync(address);
            // What only a kiosk, or who is signed in, may ask says so to anybody else.
            var needsToken = address.StartsWith("/api/v1/kiosk/", StringComparison.Ordinal) || address.StartsWith("/api/v1/my/", StringComparison.Ordinal);
            var isThere = needsToken ? response.StatusCode == HttpStatusCode.Unauthorized : response.IsSuccessStatusCode;
            Assert.True(isThere, $"{address}: {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task The_reference_page_opens_and_loads_nothing_from_elsewhere()
    {
        using var response = await shared.Client.GetAsync("/reference");

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("LegalService API", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("""(src|href)\s*=\s*"(https?:)?//""", page);
        Assert.DoesNotMatch("import\\s+['\"]https?:", page);
    }

    [Fact]
    public async Task The_welcome_gives_questions_to_begin_with_and_the_hotlines()
    {
        var welcome = await shared.Client.ReadAsync("/api/v1/welcome");

        Assert.Equal(["disclaimer", "hotlines", "suggestions"], welcome.Names().Order());
        Assert.Equal("这是法律信息，不是律师意见。", welcome.Text("disclaimer"));
        Assert.Equal("邻居把水渠堵了怎么办", welcome.List("suggestions")[0].GetString());
        Assert.Equal(("12348", "公共法律服务热线"), (welcome.List("hotlines")[0].Text("number"), welcome.List("hotlines")[0].Text("name")));
    }

    private static IEnumerable<string> Fields(JsonElement schemas, string name) => schemas.GetProperty(name).GetProperty("properties").Names().Order();

    private async Task<JsonElement> OperationAsync(string route, string method) =>
        (await shared.Client.ReadAsync("/openapi/v1.json")).GetProperty("paths").GetProperty(route).GetProperty(method);
}
