namespace LegalService.Casework.Staff;

/// <summary>What a member of staff may be; one may be several. The names are stable: they stand in the store, in settings and in the API.</summary>
public static class StaffRoles
{
    /// <summary>办理人员: sorts and decides requests, keeps the diary, answers conversations.</summary>
    public const string Clerk = "clerk";

    /// <summary>审核人员: as a clerk; approves what editors write and sees the figures.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>知识编辑: writes questions, answers and notes; sees no citizen.</summary>
    public const string Editor = "editor";

    /// <summary>管理员: accounts, settings, audit trail; sees no citizen.</summary>
    public const string Administrator = "administrator";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Clerk, Reviewer, Editor, Administrator];
}
