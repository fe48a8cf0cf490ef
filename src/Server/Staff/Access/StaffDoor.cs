using LegalService.Casework.Staff;
using Microsoft.AspNetCore.Identity;

namespace LegalService.Server.Staff.Access;

/// <summary>What became of an attempt to sign in.</summary>
internal enum Entrance
{
    /// <summary>A session began.</summary>
    Opened,

    /// <summary>A code of the authenticator is asked for.</summary>
    NeedsCode,

    /// <summary>Name, password or code are wrong, or the account is disabled: which of them is not told.</summary>
    Refused,

    /// <summary>Too many wrong ones.</summary>
    Locked,
}

/// <summary>Signs the staff in and out, for pages and API alike; what happens to an account is in its audit trail.</summary>
internal sealed class StaffDoor(SignInManager<StaffMember> signIns, UserManager<StaffMember> members, StaffDirectory directory, TimeProvider time)
{
    /// <summary>With name and password.</summary>
    public async Task<Entrance> EnterAsync(string user, string password, CancellationToken cancellation)
    {
        if (await members.FindByNameAsync(user) is not { } member)
        {
            // As long as a wrong password takes, so that names cannot be tried out.
            members.PasswordHasher.HashPassword(new StaffMember { DisplayName = "" }, password);
            return Entrance.Refused;
        }

        return await FinishAsync(member, await signIns.PasswordSignInAsync(member, password, isPersistent: false, lockoutOnFailure: true), "password", cancellation);
    }

    /// <summary>With the code of the authenticator, or one of the codes kept for the day it is lost, after the password was right.</summary>
    public async Task<Entrance> EnterCodeAsync(string code, CancellationToken cancellation)
    {
        if (await signIns.GetTwoFactorAuthenticationUserAsync() is not { } member)
            return Entrance.Refused;
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit));
        var result = plain.Length == 6 && plain.All(char.IsAsciiDigit)
            ? await signIns.TwoFactorAuthenticatorSignInAsync(plain, isPersistent: false, rememberClient: false)
            : await signIns.TwoFactorRecoveryCodeSignInAsync(code.Trim());
        return await FinishAsync(member, result, "code", cancellation);
    }

    /// <summary>Ends the session of this browser.</summary>
    public async Task LeaveAsync(string user, CancellationToken cancellation)
    {
        await signIns.SignOutAsync();
        await directory.NoteAsync(user, "staff.signedOut", null, cancellation);
    }

    private async Task<Entrance> FinishAsync(StaffMember member, SignInResult result, string by, CancellationToken cancellation)
    {
        var entrance = result switch
        {
            { Succeeded: true } => Entrance.Opened,
            { RequiresTwoFactor: true } => Entrance.NeedsCode,
            { IsLockedOut: true } => Entrance.Locked,
            _ => Entrance.Refused,
        };
        if (entrance == Entrance.Opened)
        {
            member.LastSignInAt = time.GetUtcNow();
            await members.UpdateAsync(member);
        }

        var action = entrance switch
        {
            Entrance.Opened => "staff.signedIn",
            Entrance.NeedsCode => "staff.passwordRight",
            Entrance.Locked => "staff.locked",
            _ => "staff.signInRefused",
        };
        await directory.NoteAsync(member.UserName!, action, by, cancellation);
        return entrance;
    }
}
