using System.Security.Claims;
using LegalService.Casework.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Staff.Access;

/// <summary>Lets nobody in whose account is disabled, and takes open sessions of it away.</summary>
internal sealed class StaffSignInManager(
    UserManager<StaffMember> members, IHttpContextAccessor context, IUserClaimsPrincipalFactory<StaffMember> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffMember>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<StaffMember> confirmation)
    : SignInManager<StaffMember>(members, context, claims, options, logger, schemes, confirmation)
{
    public override Task<bool> CanSignInAsync(StaffMember user) => Task.FromResult(user.DisabledAt is null);

    public override async Task<StaffMember?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { DisabledAt: null } member ? member : null;
}
