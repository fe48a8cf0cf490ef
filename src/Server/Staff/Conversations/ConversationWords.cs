using LegalService.Casework.Conversations;
using LegalService.Casework.Handovers;
using LegalService.Server.Staff.Access;

namespace LegalService.Server.Staff.Conversations;

/// <summary>What things are called on the page of conversations.</summary>
internal static class ConversationWords
{
    /// <summary>From one look at what is new to the next.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private const int MinutesOfAnHour = 60;

    public static string Channel(string channel) => channel switch
    {
        "wechat" => "微信",
        "directline" => "网页",
        "kiosk" => "自助机",
        _ => channel,
    };

    public static string Standing(HandoverStatus talk, Clerk? clerk, DateTimeOffset now) => talk switch
    {
        { State: HandoverState.Waiting } => $"等了{Span(now - talk.AskedAt)}",
        { State: HandoverState.Taken } when talk.Clerk == clerk?.Actor.Name => talk.IsUnanswered ? $"等您回复{Span(now - talk.LastCitizenAt!.Value)}" : "您接着",
        { State: HandoverState.Taken } => $"{talk.Clerk!.Split('/')[^1]} 接着",
        { State: HandoverState.HandedBack } => "已交回机器人",
        { State: HandoverState.Missed } => "没来得及接",
        { State: HandoverState.Cancelled } => "居民不等了",
        _ => "已结束",
    };

    public static string Speaker(TranscriptLine line) => line.Speaker switch
    {
        Casework.Conversations.Speaker.Citizen => "居民",
        Casework.Conversations.Speaker.Clerk => line.Name ?? "工作人员",
        _ => "机器人",
    };

    /// <summary>What kind of answer the bot gave; null for what needs no word.</summary>
    public static string? Outcome(string? outcome) => outcome switch
    {
        "no_answer" => "没答上来",
        "clarify" => "反问",
        "urgent" => "危险提醒",
        _ => null,
    };

    /// <summary>18:05 on the day itself, 11月25日 18:05 before.</summary>
    public static string Clock(DateTimeOffset at, DateTimeOffset now)
    {
        var (there, today) = (Casework.Calendar.BeijingTime.Of(at), Casework.Calendar.BeijingTime.Of(now));
        return there.Date == today.Date ? $"{there:HH:mm}" : $"{there:M月d日 HH:mm}";
    }

    private static string Span(TimeSpan span) => span.TotalMinutes switch
    {
        < 1 => "不到 1 分钟",
        < MinutesOfAnHour => $" {(int)span.TotalMinutes} 分钟",
        _ => $" {(int)span.TotalHours} 小时 {span.Minutes} 分钟",
    };
}
