using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>One call of WeChat's API and its answer; nothing of it is ever logged, since addresses carry tokens and bodies open ids.</summary>
internal sealed class WeChatHttp(Func<HttpClient> connect)
{
    // WeChat shows escaped Chinese as it came.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Posts JSON. The answer's members are null when there was none that could be read.</summary>
    public async Task<(WeChatResult Result, JsonElement? Answer)> PostAsync(string address, object body, CancellationToken cancellation)
    {
        // With a length: WeChat takes no chunked body.
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var response = await connect().PostAsync(new Uri(address, UriKind.Relative), content, cancellation);
            if (response.StatusCode != HttpStatusCode.OK)
                return (new WeChatResult(WeChatOutcome.Unreachable), null);
            return Read(await response.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or RateLimiterRejectedException)
        {
            return (new WeChatResult(WeChatOutcome.Unreachable), null);
        }
    }

    private static (WeChatResult Result, JsonElement? Answer) Read(byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            var root = document.RootElement.Clone();
            if (root.ValueKind != JsonValueKind.Object)
                return (new WeChatResult(WeChatOutcome.Unreadable), null);
            var code = root.TryGetProperty("errcode", out var given) ? given.GetInt32() : 0;
            return (WeChatResult.Of(code), root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return (new WeChatResult(WeChatOutcome.Unreadable), null);
        }
    }
}
