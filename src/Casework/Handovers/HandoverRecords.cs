namespace LegalService.Casework.Handovers;

/// <summary>How far a conversation with a person is.</summary>
public enum HandoverState
{
    /// <summary>The citizen waits; the bot goes on answering.</summary>
    Waiting,

    /// <summary>A clerk has it; the bot says nothing but whom to call in danger.</summary>
    Taken,

    /// <summary>The clerk gave it back to the bot.</summary>
    HandedBack,

    /// <summary>The clerk ended it.</summary>
    Closed,

    /// <summary>The citizen no longer wanted it.</summary>
    Cancelled,

    /// <summary>Nobody took it before the office closed.</summary>
    Missed,
}

/// <summary>A conversation with a person, as it stands.</summary>
/// <param name="Id">By which a clerk takes it.</param>
/// <param name="Conversation">Empty once the citizen had it removed.</param>
/// <param name="Channel">Such as "directline" or "wechat".</param>
/// <param name="State">How far it is.</param>
/// <param name="AskedAt">Since when the citizen waits.</param>
/// <param name="Clerk">Who has it, or had it last, as "staff/USER"; null while nobody has taken it.</param>
/// <param name="TakenAt">Null while nobody has taken it.</param>
/// <param name="EndedAt">Null while it goes on.</param>
/// <param name="LastCitizenAt">When the citizen last wrote while he waited or a clerk had it; null when he did not.</param>
/// <param name="LastClerkAt">When the clerk last wrote; null when he did not.</param>
public sealed record HandoverStatus(
    Guid Id,
    string Conversation,
    string Channel,
    HandoverState State,
    DateTimeOffset AskedAt,
    string? Clerk,
    DateTimeOffset? TakenAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? LastCitizenAt,
    DateTimeOffset? LastClerkAt)
{
    /// <summary>How many wait since before.</summary>
    public int Ahead { get; init; }

    /// <summary>True when the citizen wrote something that the clerk has not answered.</summary>
    public bool IsUnanswered => State == HandoverState.Taken && LastCitizenAt >= (LastClerkAt ?? TakenAt);

    internal static HandoverStatus Of(Handover row) => new(
        row.Id, row.Conversation, row.Channel, row.State, row.AskedAt, row.Clerk, row.TakenAt, row.EndedAt, row.LastCitizenAt, row.LastClerkAt);
}

/// <summary>What is put into a conversation beside the bot's own turns.</summary>
/// <param name="Activities">JSON of the activities, in order.</param>
/// <param name="Texts">The same as plain texts, for a channel on which messages are sent and not looked up.</param>
public sealed record SpokenWords(IReadOnlyList<string> Activities, IReadOnlyList<string> Texts);

/// <summary>Codes of failures of conversations with a person.</summary>
public static class HandoverCodes
{
    /// <summary>The office is closed; the failure's detail <c>opensAt</c> says until when, or is null.</summary>
    public const string OfficeClosed = "handover.officeClosed";

    /// <summary>There is no such conversation with a person.</summary>
    public const string NotFound = "handover.notFound";

    /// <summary>It went on meanwhile: somebody else has it, or it is over.</summary>
    public const string Changed = "handover.changed";
}
