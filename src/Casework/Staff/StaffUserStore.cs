using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace LegalService.Casework.Staff;

/// <summary>Accounts in the store of casework. What a second factor rests on is sealed: a copy of the database makes no valid code.</summary>
internal sealed class StaffUserStore(CaseworkContext context, Sealer sealer, IdentityErrorDescriber describer)
    : UserOnlyStore<StaffMember, CaseworkContext, Guid>(context, describer)
{
    public override Task SetTokenAsync(StaffMember user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(
            user, loginProvider, name, value is null ? null : Convert.ToBase64String(sealer.Seal(value, Place(user, name))), cancellationToken);

    public override async Task<string?> GetTokenAsync(StaffMember user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } box ? sealer.Open(Convert.FromBase64String(box), Place(user, name)) : null;

    private static string Place(StaffMember user, string name) => $"staff/{user.Id:N}/{name}";
}
