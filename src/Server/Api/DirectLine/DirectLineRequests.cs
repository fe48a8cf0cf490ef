using System.Text.Json;
using System.Text.Json.Serialization;
using LegalService.Bot.Activities;
using LegalService.Bot.Channels.DirectLine;

namespace LegalService.Server.Api.DirectLine;

/// <summary>What callers send: who they are and what they say.</summary>
internal static class DirectLineRequests
{
    private const string Scheme = "Bearer ";

    /// <summary>The bearer's token or secret; null when none was sent.</summary>
    public static string? Bearer(this HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;

    /// <summary>Who calls, by the secret or by a token.</summary>
    public static Reply<DirectLineCaller> Caller(this HttpRequest request, DirectLineTokens tokens)
    {
        if (request.Bearer() is not { Length: > 0 } bearer)
            return DirectLineFailure.NoToken;
        return tokens.IsSecret(bearer) ? new DirectLineCaller(null, null) : tokens.Read(TokenUse.Conversation, bearer);
    }

    /// <summary>Who calls, when it may open that conversation.</summary>
    public static Reply<DirectLineCaller> Caller(this HttpRequest request, DirectLineTokens tokens, string conversation)
    {
        var caller = request.Caller(tokens);
        return caller.Value is { Conversation: { } own } && own != conversation ? DirectLineFailure.ForeignToken : caller;
    }

    /// <summary>The conversation that the token in the header or in the address opens; empty when it opens none.</summary>
    public static string OpenedConversation(this HttpRequest request)
    {
        var tokens = request.HttpContext.RequestServices.GetRequiredService<DirectLineTokens>();
        string? token = request.Query["t"];
        var caller = request.Bearer() is { } bearer ? tokens.Read(TokenUse.Conversation, bearer).Value
            : token is null ? null
            : tokens.Read(TokenUse.Stream, token).Value ?? tokens.Read(TokenUse.File, token).Value;
        return caller?.Conversation ?? "";
    }

    /// <summary>The body; both members null when there is none.</summary>
    public static async Task<Reply<T>> ReadBodyAsync<T>(this HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        try
        {
            using var reader = new StreamReader(request.Body);
            var text = await reader.ReadToEndAsync(cancellation);
            return string.IsNullOrWhiteSpace(text) ? default : new Reply<T>(JsonSerializer.Deserialize<T>(text, ActivityJson.Options), null);
        }
        catch (JsonException)
        {
            return DirectLineFailure.BadActivity;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return DirectLineFailure.TooLarge;
        }
    }

    /// <summary>True for a page of this site: browsers say which site a script's request comes from, and a script cannot change that.</summary>
    public static bool IsFromOwnPage(this HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        // Behind a balancer the scheme may differ; the host is what the browser asked for.
        return site is "" or "same-origin"
            && Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && new HostString(origin.Authority) == new HostString(request.Host.Value ?? "");
    }
}

/// <summary>Body of a request for a token or a conversation.</summary>
/// <param name="User">Who the token is to speak for.</param>
/// <param name="ConversationId">The conversation that the site's own page comes back to.</param>
/// <param name="IsStranger">True when the site's own page was cleared: who comes now is somebody else.</param>
internal sealed record TokenRequest(ChannelAccount? User, string? ConversationId, bool IsStranger = false);

/// <summary>A conversation as it is told.</summary>
internal sealed record ConversationResponse(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl)
{
    public static ConversationResponse Of(DirectLineConversation conversation, HttpRequest request, string? watermark = null) => new(
        conversation.ConversationId,
        conversation.Token,
        conversation.ExpiresIn,
        conversation.StreamToken is { } token ? Stream(conversation.ConversationId, token, request, watermark) : null);

    private static string Stream(string conversation, string token, HttpRequest request, string? watermark) =>
        $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}{request.PathBase}{DirectLineEndpoints.Path}/conversations/{conversation}/stream"
        + $"?watermark={Uri.EscapeDataString(watermark ?? "")}&t={token}";
}
