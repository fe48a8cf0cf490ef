namespace LegalService.Casework.Notifications;

/// <summary>A notification as a clerk sees it: no address, no contents.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">One of <see cref="NotificationKinds"/>.</param>
/// <param name="Subject">The record it is about.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">
/// Stable code of why it did not go out, or not yet: <c>recipient.none</c>, <c>consent.none</c>, <c>channel.none</c>, <c>gateway.none</c> (nothing to send by; for a matter in which calling is not safe there is no recipient either),
/// <c>attempts.usedUp</c>, <c>time.over</c>, <c>subject.changed</c>, <c>receipt.failed</c>, or what the way said. Null when all went well.
/// </param>
/// <param name="Channel">The way it went: a channel's name or <c>sms</c>; null before.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="DueAt">When it was, or is next, to be sent.</param>
/// <param name="EndedAt">When it was sent, or given up; null before.</param>
/// <param name="ToldAt">When a clerk told the citizen in another way; null when nobody has.</param>
/// <param name="Tries">Every try, in order.</param>
public sealed record NotificationRow(
    Guid Id,
    string Kind,
    string Subject,
    NotificationState State,
    string? Reason,
    string? Channel,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? ToldAt,
    IReadOnlyList<NotificationTry> Tries)
{
    internal static NotificationRow Of(OutboxMessage message, IEnumerable<OutboxAttempt> attempts) => new(
        message.Id,
        message.Kind,
        message.Subject,
        message.State,
        message.Reason,
        message.Channel,
        message.CreatedAt,
        message.DueAt,
        message.EndedAt,
        message.ToldAt,
        [.. attempts.OrderBy(attempt => attempt.Number).Select(attempt => new NotificationTry(attempt.Number, attempt.StartedAt, attempt.EndedAt, attempt.Outcome))]);

    /// <summary>The name of a state as the trail and the API write it.</summary>
    internal static string Word(NotificationState state) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}

/// <summary>One try to send a notification.</summary>
/// <param name="Number">From 1.</param>
/// <param name="StartedAt">Beginning.</param>
/// <param name="EndedAt">End; null while it runs, and for ever when the server died in it.</param>
/// <param name="Outcome">Each way and what it said, such as <c>wechat:channel.gone sms:sent</c>; null while it runs.</param>
public sealed record NotificationTry(int Number, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Outcome);
