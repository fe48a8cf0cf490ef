using LegalService.Casework.Deadlines;
using LegalService.Casework.Requests;
using LegalService.Casework.Staff;
using LegalService.Casework.Triage;
using LegalService.Interviews.Definitions;

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

    public static string State(RequestState state) => state switch
    {
        RequestState.Received => "待审查",
        RequestState.Incomplete => "等补正",
        RequestState.Supplemented => "已补正",
        RequestState.Accepted => "已受理",
        RequestState.Assigned => "办理中",
        RequestState.Objected => "异议待审查",
        RequestState.Refused => "不予受理",
        RequestState.RefusalUpheld => "维持不予",
        RequestState.Transferred => "已转出",
        RequestState.Done => "已办结",
        RequestState.Withdrawn => "已撤回",
        _ => state.ToString(),
    };

    public static string Urgency(int urgency) => urgency switch
    {
        0 => "马上",
        1 => "今天",
        2 => "尽快",
        _ => "按序",
    };

    public static string Channel(string channel) => channel switch
    {
        "web" => "网页",
        "wechat" => "微信",
        "kiosk" => "自助机",
        "desk" => "窗口",
        "directline" or "chat" => "在线咨询",
        _ => channel,
    };

    public static string Finding(FindingKind kind) => kind switch
    {
        FindingKind.Urgency => "缓急",
        FindingKind.Eligibility => "条件",
        FindingKind.Completeness => "材料",
        FindingKind.Jurisdiction => "管辖",
        FindingKind.Duplicate => "重复",
        FindingKind.Conflict => "冲突",
        _ => "提示",
    };

    public static string Deadline(DeadlineState state) => state switch
    {
        DeadlineState.Green => "时间充裕",
        DeadlineState.Amber => "快到期",
        DeadlineState.Red => "就要到期",
        DeadlineState.Late => "已超期",
        DeadlineState.Met => "按期完成",
        DeadlineState.MetLate => "超期完成",
        DeadlineState.Suspended => "暂停计时",
        _ => "不再计时",
    };

    /// <summary>Somebody as the history names him.</summary>
    public static string Person(string actor) => actor switch
    {
        "citizen" => "申请人",
        "system" => "系统",
        _ => actor.StartsWith("staff/", StringComparison.Ordinal) ? actor["staff/".Length..] : actor,
    };

    public static string Event(string name) => name switch
    {
        CaseEvents.Received => "收到申请",
        CaseEvents.Incomplete => "一次性告知补正",
        CaseEvents.Supplemented => "申请人补充材料",
        CaseEvents.Accepted => "受理",
        CaseEvents.Refused => "不予受理",
        CaseEvents.Assigned => "指派",
        CaseEvents.StartedEarly => "先行援助",
        CaseEvents.Suspended => "暂停",
        CaseEvents.Resumed => "恢复办理",
        CaseEvents.Transferred => "转出",
        CaseEvents.Referred => "转交",
        CaseEvents.TakenOver => "接手",
        CaseEvents.Returned => "退回",
        CaseEvents.Objected => "申请人提出异议",
        CaseEvents.ObjectionDecided => "异议审查决定",
        CaseEvents.Booked => "预约",
        CaseEvents.Done => "办结",
        CaseEvents.Withdrawn => "撤回",
        "noted" => "备注",
        "corrected" => "更正信息",
        "paperAdded" => "收到材料",
        "letterIssued" => "发出文书",
        "letterRevoked" => "作废文书",
        "documentDrafted" => "文书核对好了",
        "handed" => "交办",
        "dispatched" => "派单",
        "notTaken" => "没有接单",
        "takenBack" => "撤销上一步",
        "erased" => "删除个人信息",
        _ => name,
    };

    /// <summary>How far off a moment is: 还剩 3 天, 超期 2 小时.</summary>
    public static string Remaining(DateTimeOffset due, DateTimeOffset now)
    {
        var left = due - now;
        var word = left < TimeSpan.Zero ? "超期" : "还剩";
        left = left.Duration();
        return left switch
        {
            { TotalDays: >= 1 } => $"{word} {(int)left.TotalDays} 天",
            { TotalHours: >= 1 } => $"{word} {(int)left.TotalHours} 小时",
            _ => $"{word} {Math.Max(1, (int)left.TotalMinutes)} 分钟",
        };
    }

    /// <summary>A moment on Beijing's clock, the year only where it is another one.</summary>
    public static string Moment(DateTimeOffset at, DateTimeOffset now)
    {
        var here = at.ToOffset(Beijing);
        return here.ToString(here.Year == now.ToOffset(Beijing).Year ? "M月d日 HH:mm" : "yyyy年M月d日 HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);
}
