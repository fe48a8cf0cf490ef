using System.Security.Cryptography;
using LegalService.Casework.Audit;
using LegalService.Casework.Places;
using LegalService.Casework.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Staff;

/// <summary>
/// The accounts of the staff. Whatever is changed takes a session away within a minute where it must; every change is in the audit trail. Failures:
/// <c>staff.notFound</c>, <c>staff.lastAdministrator</c> (nobody would be left to let others in), <c>staff.invalid</c> with what is wrong. Thread safe.
/// </summary>
public sealed class StaffDirectory
{
    /// <summary>In characters.</summary>
    public const int LongestUserName = 40;

    /// <summary>In characters.</summary>
    public const int LongestName = 40;

    private const int MostKinds = 40;

    /// <summary>Letters and digits that nobody takes for another.</summary>
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private const int PasswordLength = 16;

    private readonly CaseworkStore _store;
    private readonly StaffManagers _managers;
    private readonly PlaceCatalog _places;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _time;

    internal StaffDirectory(CaseworkStore store, StaffManagers managers, PlaceCatalog places, AuditTrail audit, TimeProvider time) =>
        (_store, _managers, _places, _audit, _time) = (store, managers, places, audit, time);

    /// <summary>All accounts by name, those that are disabled too.</summary>
    public Task<IReadOnlyList<StaffRow>> ListAsync(CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) =>
        {
            var members = await context.Set<StaffMember>().OrderBy(member => member.NormalizedUserName).ToListAsync(token);
            return (IReadOnlyList<StaffRow>)[.. members.Select(member => StaffRow.Of(member, _time.GetUtcNow()))];
        },
        cancellation);

    /// <summary>One account, or null.</summary>
    public Task<StaffRow?> FindAsync(string user, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => await _managers.Over(context).FindByNameAsync(user) is { } member ? StaffRow.Of(member, _time.GetUtcNow()) : null, cancellation);

    /// <summary>Makes an account. Failure besides: <c>staff.taken</c>.</summary>
    public async Task<Result<OneTimePassword>> CreateAsync(NewStaffMember wanted, Actor by, CancellationToken cancellation)
    {
        if (Refuse(wanted.User, wanted.Profile) is { } failure)
            return failure;
        var password = NewPassword();
        return await _store.WriteAsync<Result<OneTimePassword>>(
            async (context, _) =>
            {
                var manager = _managers.Over(context);
                if (await manager.FindByNameAsync(wanted.User) is not null)
                    return new Failure("staff.taken", "这个用户名已经有人用了，请换一个。");
                var member = new StaffMember { UserName = wanted.User, DisplayName = "", CreatedAt = _time.GetUtcNow(), MustChangePassword = true };
                Write(member, wanted.Profile);
                if (await manager.CreateAsync(member, password) is { Succeeded: false } refused)
                    return Invalid(refused);
                _audit.Record(context, by, "staff.created", member.Subject, string.Join(' ', member.Roles));
                return new OneTimePassword(wanted.User, password);
            },
            cancellation);
    }

    /// <summary>Changes what is known of somebody. Other roles end his or her sessions.</summary>
    public async Task<Result<StaffRow>> ChangeAsync(string user, StaffProfile profile, Actor by, CancellationToken cancellation)
    {
        if (Refuse(user, profile) is { } failure)
            return failure;
        return await RunAsync(new(user, by, "staff.changed", string.Join(' ', profile.Roles)), async (context, manager, member) =>
        {
            if (!profile.Roles.Contains(StaffRoles.Administrator, StringComparer.Ordinal) && await IsLastAdministratorAsync(context, member))
                return LastAdministrator;
            var isAnother = !member.Roles.ToHashSet(StringComparer.Ordinal).SetEquals(profile.Roles) || member.Office != profile.Office;
            Write(member, profile);
            return Failed(isAnother ? await manager.UpdateSecurityStampAsync(member) : await manager.UpdateAsync(member));
        }, cancellation);
    }

    /// <summary>Shuts an account; its sessions end within a minute.</summary>
    public Task<Result<StaffRow>> DisableAsync(string user, Actor by, CancellationToken cancellation) =>
        RunAsync(new(user, by, "staff.disabled"), async (context, manager, member) =>
        {
            if (await IsLastAdministratorAsync(context, member))
                return LastAdministrator;
            member.DisabledAt ??= _time.GetUtcNow();
            return Failed(await manager.UpdateSecurityStampAsync(member));
        }, cancellation);

    /// <summary>Opens an account again, also one that wrong passwords have locked.</summary>
    public Task<Result<StaffRow>> EnableAsync(string user, Actor by, CancellationToken cancellation) =>
        RunAsync(new(user, by, "staff.enabled"), async (_, manager, member) =>
        {
            (member.DisabledAt, member.LockoutEnd, member.AccessFailedCount) = (null, null, 0);
            return Failed(await manager.UpdateAsync(member));
        }, cancellation);

    /// <summary>Gives a new password that is told once; sessions end and the account is unlocked.</summary>
    public async Task<Result<OneTimePassword>> ResetPasswordAsync(string user, Actor by, CancellationToken cancellation)
    {
        var password = NewPassword();
        var reset = await RunAsync(new(user, by, "staff.passwordReset"), async (_, manager, member) =>
        {
            member.PasswordHash = manager.PasswordHasher.HashPassword(member, password);
            (member.MustChangePassword, member.LockoutEnd, member.AccessFailedCount) = (true, null, 0);
            return Failed(await manager.UpdateSecurityStampAsync(member));
        }, cancellation);
        return reset.Succeeded ? new OneTimePassword(reset.Value.User, password) : reset.Failure;
    }

    /// <summary>For one who lost the telephone: no code of an authenticator is asked for until a new one is set up.</summary>
    public Task<Result<StaffRow>> RemoveSecondFactorAsync(string user, Actor by, CancellationToken cancellation) =>
        RunAsync(new(user, by, "staff.secondFactorRemoved"), async (_, manager, member) =>
            Failed(await manager.SetTwoFactorEnabledAsync(member, false)) ?? Failed(await manager.ResetAuthenticatorKeyAsync(member)), cancellation);

    /// <summary>Writes down what somebody did with his or her own account, such as signing in.</summary>
    /// <param name="user">User name of an account; never what was merely typed.</param>
    /// <param name="action">Such as <c>staff.signedIn</c>.</param>
    /// <param name="detail">How; null: the action says it all.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task NoteAsync(string user, string action, string? detail, CancellationToken cancellation) => _store.WriteAsync(
        (context, _) =>
        {
            _audit.Record(context, Actor.Staff(user), action, $"staff/{user}", detail);
            return Task.FromResult(0);
        },
        cancellation);

    private Task<Result<StaffRow>> RunAsync(
        Act act, Func<CaseworkContext, UserManager<StaffMember>, StaffMember, Task<Failure?>> change, CancellationToken cancellation) => _store.WriteAsync<Result<StaffRow>>(
        async (context, _) =>
        {
            var manager = _managers.Over(context);
            if (await manager.FindByNameAsync(act.User) is not { } member)
                return new Failure("staff.notFound", "没有这个账号。");
            if (await change(context, manager, member) is { } failure)
                return failure;
            _audit.Record(context, act.By, act.Name, member.Subject, act.Detail);
            return StaffRow.Of(member, _time.GetUtcNow());
        },
        cancellation);

    private Failure? Refuse(string user, StaffProfile profile) => profile switch
    {
        _ when user.Length is 0 or > LongestUserName || !user.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') =>
            new Failure("staff.invalid", $"用户名用英文字母、数字、点、横线，最多 {LongestUserName} 个。"),
        { DisplayName: var name } when string.IsNullOrWhiteSpace(name) || name.Length > LongestName =>
            new Failure("staff.invalid", $"请写姓名，最多 {LongestName} 个字。"),
        { Roles: var roles } when roles.Count == 0 || !roles.All(role => StaffRoles.All.Contains(role, StringComparer.Ordinal)) =>
            new Failure("staff.invalid", "请至少选一个角色。"),
        { Office: { } office } when _places.Find(office) is null => new Failure("staff.invalid", "没有这个单位。"),
        { CaseKinds.Count: > MostKinds } or { Languages.Count: > MostKinds } => new Failure("staff.invalid", $"最多选 {MostKinds} 项。"),
        _ => null,
    };

    private static void Write(StaffMember member, StaffProfile profile)
    {
        member.DisplayName = profile.DisplayName.Trim();
        member.Office = profile.Office;
        member.Roles = [.. StaffRoles.All.Intersect(profile.Roles, StringComparer.Ordinal)];
        member.Languages = [.. profile.Languages.Distinct(StringComparer.Ordinal)];
        member.CaseKinds = [.. profile.CaseKinds.Distinct(StringComparer.Ordinal)];
    }

    private static Failure LastAdministrator { get; } = new("staff.lastAdministrator", "这是最后一个管理员，停用后就没有人能管理账号了。请先设另一个管理员。");

    private static async Task<bool> IsLastAdministratorAsync(CaseworkContext context, StaffMember member)
    {
        if (!member.Roles.Contains(StaffRoles.Administrator, StringComparer.Ordinal))
            return false;
        // A county has some dozens of accounts.
        var others = await context.Set<StaffMember>().AsNoTracking().Where(other => other.DisabledAt == null && other.Id != member.Id).ToListAsync();
        return !others.Exists(other => other.Roles.Contains(StaffRoles.Administrator, StringComparer.Ordinal));
    }

    private static Failure? Failed(IdentityResult result) => result.Succeeded ? null : Invalid(result);

    private static Failure Invalid(IdentityResult refused) => new("staff.invalid", string.Join(' ', refused.Errors.Select(error => error.Description)));

    private static string NewPassword() => RandomNumberGenerator.GetString(PasswordLetters, PasswordLength);

    private sealed record Act(string User, Actor By, string Name, string? Detail = null);
}
