using System.Security.Claims;
using LegalService.Casework;
using LegalService.Casework.Staff;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace LegalService.Server.Staff.Account;

/// <summary>What somebody does with the account he or she is signed in with. What changes ends all other sessions of it.</summary>
internal sealed class OwnAccount(UserManager<StaffMember> members, SignInManager<StaffMember> signIns, StaffDirectory directory)
{
    private const string Issuer = "法律服务工作台";
    private const int RecoveryCodes = 8;
    private const int PixelsPerModule = 4;

    private static readonly Failure Same = new("staff.invalid", "新密码和现在的密码一样，请换一个。");

    /// <summary>Null when it was changed.</summary>
    public async Task<Failure?> ChangePasswordAsync(ClaimsPrincipal principal, string current, string changed, CancellationToken cancellation)
    {
        if (current == changed)
            return Same;
        var member = await FindAsync(principal);
        // Saved together with the password.
        member.MustChangePassword = false;
        if (await members.ChangePasswordAsync(member, current, changed) is { Succeeded: false } refused)
            return new Failure("staff.invalid", string.Join(' ', refused.Errors.Select(error => error.Description)));
        await signIns.RefreshSignInAsync(member);
        await directory.NoteAsync(member.UserName!, "staff.passwordChanged", null, cancellation);
        return null;
    }

    /// <summary>The key for an authenticator, made now or not yet confirmed; null when one is in use already.</summary>
    public async Task<AuthenticatorKey?> PrepareSecondFactorAsync(ClaimsPrincipal principal)
    {
        var member = await FindAsync(principal);
        if (member.TwoFactorEnabled)
            return null;
        if (await members.GetAuthenticatorKeyAsync(member) is not { Length: > 0 } key)
        {
            await members.ResetAuthenticatorKeyAsync(member);
            await signIns.RefreshSignInAsync(member);
            key = await members.GetAuthenticatorKeyAsync(member) ?? throw new InvalidOperationException("No key was made");
        }

        var address = $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(member.UserName!)}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return new AuthenticatorKey(string.Join(' ', key.Chunk(4).Select(part => new string(part))), $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(PixelsPerModule))}");
    }

    /// <summary>Turns the second factor on; gives codes for the day the authenticator is lost, told once. Failure: <c>staff.invalid</c>.</summary>
    public async Task<Result<IReadOnlyList<string>>> ConfirmSecondFactorAsync(ClaimsPrincipal principal, string code, CancellationToken cancellation)
    {
        var member = await FindAsync(principal);
        var plain = string.Concat(code.Where(char.IsAsciiDigit));
        if (!await members.VerifyTwoFactorTokenAsync(member, members.Options.Tokens.AuthenticatorTokenProvider, plain))
            return new Failure("staff.invalid", "验证码不对。请看手机的时间准不准，等下一个数字再试。");
        await members.SetTwoFactorEnabledAsync(member, true);
        var codes = await members.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes) ?? [];
        await signIns.RefreshSignInAsync(member);
        await directory.NoteAsync(member.UserName!, "staff.secondFactorOn", null, cancellation);
        return codes.ToList();
    }

    /// <summary>Turns it off. Failure: <c>staff.invalid</c> when the password is wrong.</summary>
    public async Task<Failure?> RemoveSecondFactorAsync(ClaimsPrincipal principal, string password, CancellationToken cancellation)
    {
        var member = await FindAsync(principal);
        if (!await members.CheckPasswordAsync(member, password))
            return new Failure("staff.invalid", "密码不对。");
        await members.SetTwoFactorEnabledAsync(member, false);
        await members.ResetAuthenticatorKeyAsync(member);
        await signIns.RefreshSignInAsync(member);
        await directory.NoteAsync(member.UserName!, "staff.secondFactorOff", null, cancellation);
        return null;
    }

    private async Task<StaffMember> FindAsync(ClaimsPrincipal principal) =>
        await members.GetUserAsync(principal) ?? throw new InvalidOperationException("The account of a session is gone");
}

/// <summary>What an authenticator is given.</summary>
/// <param name="Text">To be typed, in groups of four.</param>
/// <param name="Picture">The same as a picture to be scanned, as a data address.</param>
internal sealed record AuthenticatorKey(string Text, string Picture);
