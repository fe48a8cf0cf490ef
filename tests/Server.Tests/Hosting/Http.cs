using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace LegalService.Server.Tests.Hosting;

/// <summary>How the tests talk to the server: plain HTTP and JSON, as any other client would.</summary>
public static class Http
{
    private const string Answers = "/api/v1/answers";

    /// <summary>Asks and gives back the response, whatever it is.</summary>
    public static Task<HttpResponseMessage> PostQuestionAsync(this HttpClient client, string? question, string? asOf = null) =>
        client.PostAsJsonAsync(Answers, asOf is null ? new { question } : (object)new { question, asOf });

    /// <summary>Sends a body as it is.</summary>
    public static Task<HttpResponseMessage> PostBodyAsync(this HttpClient client, string body, string mediaType = "application/json") =>
        client.PostAsync(Answers, new StringContent(body, Encoding.UTF8, mediaType));

    /// <summary>Sends bytes as they are.</summary>
    public static Task<HttpResponseMessage> PostBytesAsync(this HttpClient client, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return client.PostAsync(Answers, content);
    }

    /// <summary>Asks and gives back the answer.</summary>
    public static async Task<JsonElement> AskAsync(this HttpClient client, string question, string? asOf = null)
    {
        using var response = await client.PostQuestionAsync(question, asOf);
        return await response.ReadJsonAsync();
    }

    /// <summary>Reads JSON from an address.</summary>
    public static async Task<JsonElement> ReadAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return await response.ReadJsonAsync();
    }

    public static async Task<JsonElement> ReadJsonAsync(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    public static IReadOnlyList<JsonElement> List(this JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray()];

    /// <summary>Names of the properties, in order.</summary>
    public static IEnumerable<string> Names(this JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
