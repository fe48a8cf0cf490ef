using System.Net;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Errors;

public sealed class MalformedRequestTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData("{")]
    [InlineData("{\"question\":")]
    [InlineData("{\"question\":\"水渠\"")]
    [InlineData("{'question':'水渠'}")]
    [InlineData("{\"question\":\"水渠\"} trailing")]
    [InlineData("水渠")]
    [InlineData("<question>水渠</question>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"水渠\"")]
    [InlineData("42")]
    [InlineData("{\"question\":42}")]
    [InlineData("{\"question\":true}")]
    [InlineData("{\"question\":[\"水渠\"]}")]
    [InlineData("{\"question\":{\"text\":\"水渠\"}}")]
    [InlineData("{\"question\":\"水渠\",\"conversationId\":7}")]
    [InlineData("{\"question\":\"水渠\",\"asOf\":{}}")]
    [InlineData("")]
    public async Task A_body_that_does_not_fit_the_contract_is_refused_with_a_code(string body)
    {
        using var response = await shared.Client.PostBodyAsync(body);

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Fact]
    public async Task A_body_nested_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 5000)) + string.Concat(Enumerable.Repeat("]", 5000));
        using var response = await shared.Client.PostBodyAsync($$"""{"question":"水渠","more":{{deep}}}""");

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    [InlineData("text/html")]
    public async Task Another_kind_of_content_than_json_is_refused_with_its_code(string mediaType)
    {
        using var response = await shared.Client.PostBodyAsync("""{"question":"水渠"}""", mediaType);

        await response.AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "body.mediaType");
    }

    [Fact]
    public async Task A_request_without_any_body_is_refused_with_a_code()
    {
        using var response = await shared.Client.PostAsync("/api/v1/answers", content: null);

        Assert.InRange((int)response.StatusCode, 400, 415);
        await response.AssertProblemAsync(response.StatusCode, response.StatusCode == HttpStatusCode.BadRequest ? "request.invalid" : "body.mediaType");
    }

    [Theory]
    [InlineData("GET", "/api/v1/answers")]
    [InlineData("PUT", "/api/v1/answers")]
    [InlineData("DELETE", "/api/v1/articles/水渠条例/第四条")]
    [InlineData("POST", "/api/v1/articles/水渠条例/第四条")]
    public async Task Another_method_is_refused_with_its_code_and_the_ones_that_are_allowed(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await shared.Client.SendAsync(request);

        await response.AssertProblemAsync(HttpStatusCode.MethodNotAllowed, "route.method");
        Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/answers")]
    [InlineData("/api/v1/articles/水渠条例")]
    public async Task An_address_that_is_none_is_not_found_with_its_code(string address)
    {
        using var response = await shared.Client.GetAsync(address);

        await response.AssertProblemAsync(HttpStatusCode.NotFound, "route.notFound");
    }

    [Fact]
    public async Task A_mistake_of_one_citizen_does_not_stop_the_service_for_the_next()
    {
        using (var broken = await shared.Client.PostBodyAsync("{"))
            Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);

        Assert.Equal("answered", (await shared.Client.AskAsync("邻居把水渠堵了怎么办")).Text("outcome"));
    }
}
