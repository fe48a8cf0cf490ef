using LegalService.Casework.Kiosks;
using LegalService.Server.Api;

namespace LegalService.Server.Kiosks;

/// <summary>
/// Knows a kiosk by its token, on whatever route it calls, and refuses a token that does not hold. It never makes the kiosk the user of a call: what asks for a
/// member of staff finds nobody.
/// </summary>
internal sealed class KioskGate(RequestDelegate next, KioskTokens tokens)
{
    /// <summary>How the header Authorization begins.</summary>
    public const string Scheme = "Kiosk";

    private const string Prefix = Scheme + " ";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization is [{ } header] && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            var kiosk = await tokens.ReadAsync(header[Prefix.Length..], context.RequestAborted);
            if (!kiosk.Succeeded)
            {
                await kiosk.Failure.AsResult().ExecuteAsync(context);
                return;
            }

            context.Features.Set(kiosk.Value);
        }

        await next(context);
    }
}

/// <summary>Tells which kiosk calls.</summary>
internal static class KioskCalls
{
    /// <summary>Null when no kiosk does.</summary>
    public static KnownKiosk? Kiosk(this HttpContext context) => context.Features.Get<KnownKiosk>();
}
