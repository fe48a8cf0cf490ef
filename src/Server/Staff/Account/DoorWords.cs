using LegalService.Server.Staff.Access;

namespace LegalService.Server.Staff.Account;

/// <summary>What somebody who was not let in reads.</summary>
internal static class DoorWords
{
    /// <summary>Null when nothing is to be said.</summary>
    public static string? Of(Entrance entrance, StaffOptions options) => entrance switch
    {
        Entrance.Refused => "用户名或密码不对。请再试一次。",
        Entrance.Locked => $"输错的次数太多，账号锁定 {options.LockMinutes} 分钟。着急的话请找管理员解锁。",
        _ => null,
    };
}
