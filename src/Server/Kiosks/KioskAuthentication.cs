using System.Security.Claims;
using System.Text.Encodings.Web;
using LegalService.Casework.Kiosks;
using LegalService.Server.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Kiosks;

/// <summary>Lets those routes be called that only kiosks may call. The session of a clerk is nothing to it.</summary>
internal sealed class KioskAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Name of the policy, for <c>RequireAuthorization</c>.</summary>
    public const string Policy = "Kiosk";

    public static void Configure(AuthorizationOptions options) =>
        options.AddPolicy(Policy, policy => policy.AddAuthenticationSchemes(KioskGate.Scheme).RequireAuthenticatedUser());

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Kiosk() is not { } kiosk)
            return Task.FromResult(AuthenticateResult.NoResult());
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, kiosk.Id.ToString("N"))], KioskGate.Scheme);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), KioskGate.Scheme)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => KioskFailures.Token.AsResult().ExecuteAsync(Context);
}
