using Microsoft.AspNetCore.Identity;

namespace LegalService.Casework.Staff;

/// <summary>What Identity refuses, in words for the staff.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Of(nameof(DefaultError), "没有保存，请再试一次。");

    public override IdentityError ConcurrencyFailure() => Of(nameof(ConcurrencyFailure), "别人刚刚改过这个账号，请刷新后再改。");

    public override IdentityError PasswordMismatch() => Of(nameof(PasswordMismatch), "现在的密码不对。");

    public override IdentityError InvalidToken() => Of(nameof(InvalidToken), "验证码不对，或者已经过期。");

    public override IdentityError InvalidUserName(string? userName) => Of(nameof(InvalidUserName), "用户名用英文字母、数字、点、横线。");

    public override IdentityError DuplicateUserName(string userName) => Of(nameof(DuplicateUserName), "这个用户名已经有人用了，请换一个。");

    public override IdentityError LoginAlreadyAssociated() => Of(nameof(LoginAlreadyAssociated), "这个统一身份已经连到另一个账号。");

    public override IdentityError PasswordTooShort(int length) => Of(nameof(PasswordTooShort), $"密码太短，至少要 {length} 个字符。");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Of(nameof(PasswordRequiresUniqueChars), $"密码太简单，至少要有 {uniqueChars} 个不同的字符。");

    private static IdentityError Of(string code, string words) => new() { Code = code, Description = words };
}
