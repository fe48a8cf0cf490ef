using System.Security.Claims;
using LegalService.Casework.Audit;
using LegalService.Casework.Staff;
using Microsoft.AspNetCore.Components.Authorization;

namespace LegalService.Server.Staff.Access;

/// <summary>Who is at the desk.</summary>
/// <param name="User">User name, as the audit trail names him or her.</param>
/// <param name="DisplayName">As colleagues read it.</param>
/// <param name="Office">Id of the office; null: of all of them.</param>
/// <param name="Roles">Some of <see cref="StaffRoles.All"/>.</param>
public sealed record Clerk(string User, string DisplayName, string? Office, IReadOnlyList<string> Roles)
{
    /// <summary>As the audit trail writes it.</summary>
    public Actor Actor => Actor.Staff(User);

    /// <summary>Whether one of the roles allows it.</summary>
    /// <param name="policy">One of <see cref="StaffPolicies"/>.</param>
    public bool May(string policy) => StaffPolicies.Roles.TryGetValue(policy, out var roles) && Roles.Intersect(roles, StringComparer.Ordinal).Any();

    /// <summary>Null when nobody is signed in.</summary>
    public static Clerk? Of(ClaimsPrincipal principal) => principal.Identity is not { IsAuthenticated: true, Name: { } user } ? null : new(
        user,
        principal.FindFirstValue(StaffClaims.DisplayName) ?? user,
        principal.FindFirstValue(StaffClaims.Office),
        [.. principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value)]);
}

/// <summary>Tells a page who has it open.</summary>
public sealed class SignedInClerk(AuthenticationStateProvider provider)
{
    /// <summary>Who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the page has no policy.</exception>
    public async Task<Clerk> GetAsync() =>
        Clerk.Of((await provider.GetAuthenticationStateAsync()).User) ?? throw new InvalidOperationException("Nobody is signed in");
}
