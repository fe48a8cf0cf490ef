namespace LegalService.Casework.Notifications;

/// <summary>Something a citizen is told.</summary>
internal sealed record Notification
{
    /// <summary>One of <see cref="NotificationKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The record it is about, such as <c>request/2611-0042</c>; holds no personal data.</summary>
    public required string Subject { get; init; }

    /// <summary>
    /// Another record it belongs to, such as the request an appointment is for: who follows that one is told too, and with it this is forgotten. Null: none.
    /// </summary>
    public string? Related { get; init; }

    /// <summary>
    /// What tells this one from an earlier one of the same kind about the same subject, such as the number of the event or the time of the appointment: for one
    /// kind, subject and version one message is sent.
    /// </summary>
    public required string Version { get; init; }

    /// <summary>Whom to tell, by which ways.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>What stands for the placeholders of the kind's texts. Each of them must be given.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Not before. Null: at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>From then on it is of no use and is not sent. Null: the outbox gives up after its own time (<c>Notifications:GiveUpAfter</c>).</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Sent in the quiet hours too: somebody waits for it at this moment.</summary>
    public bool Urgent { get; init; }

    /// <summary>
    /// The text tells nothing of law, on any way: someone else may read the phone, and for a victim of violence that is a danger. Taken from the request.
    /// </summary>
    public bool Neutral { get; init; }
}

/// <summary>Where a citizen can be reached, and what he or she has agreed to. Kept sealed.</summary>
/// <param name="Phone">A mobile number as dialled; null when none was given.</param>
/// <param name="AllowsSms">Whether the citizen agreed to text messages (个人信息保护法第十四条).</param>
/// <param name="Channel">Name of a channel, such as <c>wechat</c>; null when there is none.</param>
/// <param name="Address">Where in that channel: a conversation, an open id. Null when there is no channel.</param>
/// <param name="PrefersSms">A text message first, then the channel.</param>
/// <param name="Language">The language the citizen asked for, as in <c>mn</c>: taken where the text is translated. Null: Chinese.</param>
internal sealed record Recipient(
    string? Phone = null, bool AllowsSms = false, string? Channel = null, string? Address = null, bool PrefersSms = false, string? Language = null)
{
    // A record writes out its members, and this one must not be read in a log.
    public override string ToString() => nameof(Recipient);
}
