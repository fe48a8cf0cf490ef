using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.DirectLine;

/// <summary>Direct Line over plain HTTP, as a page of the site or a program with the secret speaks it.</summary>
internal static class DirectLineServer
{
    public const string Secret = "a-secret-of-the-tests";
    public const string Path = "/v3/directline";

    /// <summary>Asks for a token as a page of that origin does; null is the site's own.</summary>
    public static Task<HttpResponseMessage> GenerateAsync(this LegalServer server, string? origin = null, object? body = null, string? site = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path + "/tokens/generate");
        request.Headers.Add("Origin", origin ?? server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return server.Client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> CallAsync(this LegalServer server, HttpMethod method, string path, string? token, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, Path + path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return server.Client.SendAsync(request);
    }

    /// <summary>A conversation that was started and its token.</summary>
    public static async Task<(string Id, string Token)> StartConversationAsync(this LegalServer server)
    {
        using var generated = await server.GenerateAsync();
        var token = (await generated.ReadJsonAsync()).Text("token");
        using var started = await server.CallAsync(HttpMethod.Post, "/conversations", token);
        Assert.Equal(System.Net.HttpStatusCode.Created, started.StatusCode);
        var conversation = await started.ReadJsonAsync();
        return (conversation.Text("conversationId"), conversation.Text("token"));
    }

    public static Task<HttpResponseMessage> SayAsync(this LegalServer server, string conversation, string token, string text) =>
        server.CallAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, JsonContent.Create(new { type = "message", text }));

    /// <summary>The messages after the greeting.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ReadActivitiesAsync(this LegalServer server, string conversation, string token)
    {
        using var response = await server.CallAsync(HttpMethod.Get, $"/conversations/{conversation}/activities?watermark=2", token);
        return [.. (await response.ReadJsonAsync()).List("activities").Where(activity => activity.Text("type") == "message")];
    }

    /// <summary>Fails unless the response is an error of the protocol.</summary>
    public static async Task AssertErrorAsync(this HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} instead of {status}: {text}");
        using var document = JsonDocument.Parse(text);
        var error = document.RootElement.GetProperty("error");
        Assert.Equal(code, error.Text("code"));
        Assert.Contains(error.Text("message"), character => character is >= '\u4E00' and <= '\u9FFF');
        response.Dispose();
    }
}
