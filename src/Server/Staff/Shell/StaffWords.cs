using LegalService.Casework.Staff;

namespace LegalService.Server.Staff.Shell;

/// <summary>What things are called on the pages.</summary>
internal static class StaffWords
{
    public static string Role(string role) => role switch
    {
        StaffRoles.Clerk => "办理人员",
        StaffRoles.Reviewer => "审核人员",
        StaffRoles.Editor => "知识编辑",
        StaffRoles.Administrator => "管理员",
        _ => role,
    };
}
