using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using LegalService.Contracts;

namespace LegalService.Kiosk.Centre;

/// <summary>Shows the token with every call to the centre, and hears when it no longer holds.</summary>
internal sealed class TokenHandler(Tokens tokens, Enrolment enrolment, Pulse pulse) : DelegatingHandler
{
    private const string Scheme = "Kiosk";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await tokens.GetAsync(cancellationToken) is not { } token)
            return await base.SendAsync(request, cancellationToken);
        if (request.Content is { } content)
            await content.LoadIntoBufferAsync(cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        switch (await CodeAsync(response, cancellationToken))
        {
            case "kiosk.revoked":
                enrolment.Revoke();
                return response;
            case "kiosk.paused":
                pulse.BeatNow();
                return response;
            case "kiosk.token":
                tokens.Drop(token);
                if (await tokens.GetAsync(cancellationToken) is not { } another)
                    return response;
                response.Dispose();
                return await SendAsync(request, another, cancellationToken);
            default:
                return response;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken cancellation)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue(Scheme, token);
        return await base.SendAsync(request, cancellation);
    }

    /// <summary>The code of a refusal that is about the kiosk itself; null for everything else.</summary>
    private static async Task<string?> CodeAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
            return null;
        await response.Content.LoadIntoBufferAsync(cancellation);
        try
        {
            return JsonSerializer.Deserialize<ProblemResponse>(await response.Content.ReadAsStringAsync(cancellation), Json)?.Code;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
