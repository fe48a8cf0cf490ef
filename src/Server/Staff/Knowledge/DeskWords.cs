using LegalService.Casework.KnowledgeDesk;
using LegalService.Casework.Unanswered;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Law;

namespace LegalService.Server.Staff.Knowledge;

/// <summary>What things are called at the knowledge desk.</summary>
internal static class DeskWords
{
    public static string Of(DeskState state) => state switch
    {
        DeskState.Draft => "草稿",
        DeskState.Proposed => "等人审核",
        DeskState.Returned => "退回修改",
        DeskState.Approved => "已批准",
        DeskState.RolledBack => "用过又撤回",
        _ => "放弃了",
    };

    public static string Of(UnansweredKind kind) => kind switch
    {
        UnansweredKind.NoAnswer => "没有答上",
        UnansweredKind.Unclear => "没有问清",
        _ => "说没用",
    };

    public static string Of(StaleKind kind) => kind switch
    {
        StaleKind.Changed => "条文改了",
        StaleKind.Fell => "这一条没有了",
        _ => "整部法废止了",
    };

    public static string Of(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Answered or AnswerOutcome.Urgent or AnswerOutcome.Article => "答得上",
        AnswerOutcome.Clarify => "会反问一句",
        AnswerOutcome.NoAnswer => "答不上",
        AnswerOutcome.NotLegal or AnswerOutcome.SmallTalk => "不当作法律问题",
        AnswerOutcome.Unreadable => "看不懂",
        _ => "说明这条法的情况",
    };

    /// <summary>In Beijing.</summary>
    public static string Time(DateTimeOffset at) => $"{at.ToOffset(TimeSpan.FromHours(8)):M月d日 H:mm}";

    public static string Day(DateOnly? day) => day is { } known ? $"{known:yyyy年M月d日}" : "日期不明";

    /// <summary>wang, for "staff/wang".</summary>
    public static string Person(string actor) => actor[(actor.LastIndexOf('/') + 1)..];

    /// <summary>Address of the editor for an entry.</summary>
    public static string EditAddress(string entry) => $"/staff/knowledge/edit?entry={Uri.EscapeDataString(entry)}";

    /// <summary>Address of an entry's history.</summary>
    public static string HistoryAddress(string entry) => $"/staff/knowledge/history?entry={Uri.EscapeDataString(entry)}";

    /// <summary>The name of a note's entry.</summary>
    public static string NoteOf(ArticleKey article) => LegalService.Knowledge.Editing.EntryName.Note(article).ToString();
}
