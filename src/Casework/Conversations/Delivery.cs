namespace LegalService.Casework.Conversations;

/// <summary>A message as a channel delivered it.</summary>
/// <param name="Channel">Such as "wechat"; at most 20 characters.</param>
/// <param name="User">The citizen's id on the channel: personal data, kept sealed.</param>
/// <param name="RepetitionKey">What deliveries of the same message have in common.</param>
/// <param name="Nonce">What makes the signed call unique; it is good for one content only.</param>
/// <param name="Content">The message itself, kept sealed until it is answered.</param>
/// <param name="Lease">How long the work on it may take before another server takes it over.</param>
public sealed record Delivery(string Channel, string User, string RepetitionKey, string Nonce, string Content, TimeSpan Lease);

/// <summary>What became of a delivery.</summary>
/// <param name="Kind">Whether the caller is the one to answer.</param>
/// <param name="Id">The message.</param>
/// <param name="Channel">The channel.</param>
/// <param name="ConversationId">The citizen's conversation.</param>
/// <param name="Worker">Who works on it, when it is the caller.</param>
public sealed record Arrival(ArrivalKind Kind, string Id, string Channel, string ConversationId, Guid Worker)
{
    /// <summary>What the numbers 1, 2, 3... stand for since the last answer; empty when there was nothing to choose.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>Kinds of arrivals.</summary>
public enum ArrivalKind
{
    /// <summary>The caller is to answer it.</summary>
    First,

    /// <summary>It came before: <see cref="InboundMessages.FindAsync"/> tells how far it is.</summary>
    Repeated,

    /// <summary>The signed call came before with other content; it is refused.</summary>
    Replayed,
}

/// <summary>How far the work on a message is.</summary>
/// <param name="State">Whether it is done.</param>
/// <param name="Reply">What was said in the reply; null when nothing was, or not yet.</param>
/// <param name="IsAbandoned">True when whoever worked on it has not ended in time.</param>
public sealed record Progress(InboundState State, string? Reply, bool IsAbandoned);

/// <summary>Where an answer went.</summary>
public enum Completion
{
    /// <summary>Its first text is the reply.</summary>
    InReply,

    /// <summary>All of it is sent.</summary>
    Later,

    /// <summary>Nowhere: another server took the message over.</summary>
    TakenOver,
}
