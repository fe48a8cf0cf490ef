using System.Security.Claims;
using LegalService.Casework.Audit;
using LegalService.Casework.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Staff.Access;

/// <summary>Signing in by the county's own identity service (OpenID Connect). Its claims say the roles, each time anew; an account is made at the first time.</summary>
internal static class CountyIdentity
{
    public const string Scheme = "county";

    /// <summary>Where the browser is sent off.</summary>
    public const string Start = "/staff/sign-in/county";

    private const string Return = "/staff/sign-in/county/return";
    private const string Callback = "/staff/sign-in/county/callback";

    public static void AddCountyIdentity(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var settings = configuration.GetSection($"{StaffOptions.Section}:OpenIdConnect");
        if (string.IsNullOrWhiteSpace(settings["Authority"]))
            return;
        authentication.AddOpenIdConnect(Scheme, options =>
        {
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.Authority = settings["Authority"];
            options.ClientId = settings["ClientId"];
            options.ClientSecret = settings["ClientSecret"];
            options.ResponseType = "code";
            options.UsePkce = true;
            options.CallbackPath = Callback;
            options.MapInboundClaims = false;
            options.RequireHttpsMetadata = settings["Authority"]!.StartsWith("https", StringComparison.OrdinalIgnoreCase);
            options.Scope.Add("profile");
            options.GetClaimsFromUserInfoEndpoint = true;
            options.ClaimActions.MapJsonKey(settings["RoleClaim"] ?? new OpenIdConnectSettings().RoleClaim, settings["RoleClaim"] ?? new OpenIdConnectSettings().RoleClaim);
        });
    }

    public static void MapCountyIdentity(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<StaffOptions>>().Value.OpenIdConnect.IsOn)
            return;
        routes.MapGet(Start, (string? returnUrl) => Results.Challenge(
            new AuthenticationProperties { RedirectUri = $"{Return}?returnUrl={Uri.EscapeDataString(StaffArea.Local(returnUrl))}" }, [Scheme])).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet(Return, EnterAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> EnterAsync(
        HttpContext context, string? returnUrl, SignInManager<StaffMember> signIns, UserManager<StaffMember> members, StaffDirectory directory,
        IOptions<StaffOptions> options, CancellationToken cancellation)
    {
        var external = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (external.Principal is not { } person || person.FindFirstValue("sub") is not { } subject)
            return Refused;
        var settings = options.Value.OpenIdConnect;
        List<string> roles = [.. person.FindAll(settings.RoleClaim).Select(claim => settings.Roles.GetValueOrDefault(claim.Value)).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (roles.Count == 0)
            return Refused;
        var member = await members.FindByLoginAsync(Scheme, subject) ?? await JoinAsync(person, subject, roles, members, directory, cancellation);
        if (member is not { DisabledAt: null })
            return Refused;
        if (!roles.ToHashSet(StringComparer.Ordinal).SetEquals(member.Roles))
        {
            member.Roles = roles;
            await members.UpdateSecurityStampAsync(member);
            await directory.NoteAsync(member.UserName!, "staff.changed", string.Join(' ', roles), cancellation);
        }

        await directory.NoteAsync(member.UserName!, "staff.signedIn", "openid", cancellation);
        var isIn = await signIns.ExternalLoginSignInAsync(Scheme, subject, isPersistent: false, bypassTwoFactor: true);
        return isIn.Succeeded ? Results.LocalRedirect(StaffArea.Local(returnUrl)) : Refused;
    }

    private static IResult Refused => Results.LocalRedirect($"{StaffArea.SignIn}?problem=county");

    /// <summary>A new account. An existing one of the same name belongs to somebody who has a password here: it is not taken over.</summary>
    private static async Task<StaffMember?> JoinAsync(
        ClaimsPrincipal person, string subject, List<string> roles, UserManager<StaffMember> members, StaffDirectory directory, CancellationToken cancellation)
    {
        var user = person.FindFirstValue("preferred_username") ?? subject;
        var profile = new StaffProfile(person.FindFirstValue("name") ?? user, roles);
        if (!(await directory.CreateAsync(new NewStaffMember(user, profile), Actor.System, cancellation)).Succeeded || await members.FindByNameAsync(user) is not { } member)
            return null;
        // Nobody was told its password.
        member.MustChangePassword = false;
        await members.RemovePasswordAsync(member);
        return (await members.AddLoginAsync(member, new UserLoginInfo(Scheme, subject, Scheme))).Succeeded ? member : null;
    }
}
