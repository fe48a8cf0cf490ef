using System.Security.Claims;
using LegalService.Casework.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Staff.Access;

/// <summary>What a session says about who holds it.</summary>
internal sealed class StaffClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<StaffMember>
{
    public const string DisplayName = "displayName";
    public const string Office = "office";
    public const string MustChangePassword = "mustChangePassword";

    public Task<ClaimsPrincipal> CreateAsync(StaffMember user)
    {
        var names = options.Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, names.UserNameClaimType, names.RoleClaimType);
        identity.AddClaim(new(names.UserIdClaimType, user.Id.ToString()));
        identity.AddClaim(new(names.UserNameClaimType, user.UserName!));
        identity.AddClaim(new(names.SecurityStampClaimType, user.SecurityStamp!));
        identity.AddClaim(new(DisplayName, user.DisplayName));
        identity.AddClaims(user.Roles.Select(role => new Claim(names.RoleClaimType, role)));
        if (user.Office is { } office)
            identity.AddClaim(new(Office, office));
        if (user.MustChangePassword)
            identity.AddClaim(new(MustChangePassword, "true"));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
