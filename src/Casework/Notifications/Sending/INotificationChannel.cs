namespace LegalService.Casework.Notifications.Sending;

/// <summary>
/// A way to reach a citizen where he or she is talking to the service already. Implemented by the bot for <c>webchat</c> and <c>wechat</c>; called from several
/// threads at once.
/// </summary>
public interface INotificationChannel
{
    /// <summary>Such as <c>wechat</c>; what a request or an appointment names as the citizen's channel.</summary>
    string Name { get; }

    /// <summary>
    /// Sends a message. May be called again with the same <see cref="ChannelMessage.Id"/> when a server died in between. An exception counts as
    /// <see cref="SendOutcome.TryLater"/>; its text is not logged.
    /// </summary>
    Task<SendAnswer> SendAsync(ChannelMessage message, CancellationToken cancellation);
}

/// <summary>A message to a citizen.</summary>
/// <param name="Id">The same however often it is sent: by it a channel knows a repetition.</param>
/// <param name="Address">Where in the channel: a conversation, an open id.</param>
/// <param name="Text">Plain Chinese.</param>
/// <param name="Kind">One of <see cref="NotificationKinds"/>, for a channel with templates of its own.</param>
public sealed record ChannelMessage(Guid Id, string Address, string Text, string Kind)
{
    /// <summary>Without address and text: a log may hold it.</summary>
    public override string ToString() => $"{Kind} {Id}";
}

/// <summary>What the other side said.</summary>
/// <param name="Outcome">Whether it took the message.</param>
/// <param name="Reason">Stable code such as <c>channel.gone</c>; null when it took it. No personal data.</param>
/// <param name="ForeignId">What it calls the message, for its receipts; null when it does not say.</param>
/// <param name="RetryAfter">Not before this time; null when it does not say.</param>
public sealed record SendAnswer(SendOutcome Outcome, string? Reason = null, string? ForeignId = null, TimeSpan? RetryAfter = null);

/// <summary>Whether the other side took a message.</summary>
public enum SendOutcome
{
    /// <summary>It has it, now or from an earlier try.</summary>
    Sent,

    /// <summary>It will never take it: the address is gone, the text is not allowed.</summary>
    Refused,

    /// <summary>It may take it later.</summary>
    TryLater,
}
