using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Notifications;

/// <summary>A notification on its way. Written in the transaction of the change it tells of.</summary>
internal sealed class OutboxMessage
{
    /// <summary>Also what the gateway tells repeated sendings by.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Kind, subject and version: there is one message for each.</summary>
    public required string Key { get; init; }

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    /// <summary>Another record it belongs to; null: none.</summary>
    public string? Related { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>From then on it is not sent.</summary>
    public required DateTimeOffset Until { get; init; }

    public required bool Urgent { get; init; }

    public required bool Neutral { get; init; }

    /// <summary>Sealed <see cref="OutboxContent"/>; null when it was removed after its time.</summary>
    public byte[]? Content { get; set; }

    public NotificationState State { get; set; }

    /// <summary>Tries begun so far.</summary>
    public int Attempts { get; set; }

    /// <summary>Drawn anew each time a server takes the message; null while none has it.</summary>
    public Guid? LeaseId { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>The way it went: the name of a channel, or <c>sms</c>. Null before.</summary>
    public string? Channel { get; set; }

    /// <summary>What the other side calls it; null when it did not say.</summary>
    public string? ForeignId { get; set; }

    /// <summary>Stable code of why it did not go out, or not yet; null when all went well.</summary>
    public string? Reason { get; set; }

    /// <summary>When it reached a state that is not left any more, or was sent; null before.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When a clerk told the citizen in another way; null when nobody had to, or has yet.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    public static string Place(Guid id) => $"outbox/{id:N}";

    internal sealed class Configuration : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> builder)
        {
            builder.ToTable("OutboxMessages");
            builder.HasKey(message => message.Id);
            builder.HasIndex(message => message.Key).IsUnique();
            builder.HasIndex(message => new { message.State, message.DueAt });
            builder.HasIndex(message => message.Subject);
            builder.HasIndex(message => message.Related);
            builder.HasIndex(message => message.ForeignId);
            builder.HasIndex(message => message.EndedAt);
            builder.Property(message => message.Key).HasMaxLength(240);
            builder.Property(message => message.Kind).HasMaxLength(60);
            builder.Property(message => message.Subject).HasMaxLength(120);
            builder.Property(message => message.Related).HasMaxLength(120);
            builder.Property(message => message.Channel).HasMaxLength(40);
            builder.Property(message => message.ForeignId).HasMaxLength(100);
            builder.Property(message => message.Reason).HasMaxLength(60);
        }
    }
}

/// <summary>What of a message is personal.</summary>
/// <param name="Recipient">Whom to tell.</param>
/// <param name="Values">What stands for the placeholders.</param>
internal sealed record OutboxContent(Recipient Recipient, IReadOnlyDictionary<string, string> Values);

/// <summary>One try to send a message.</summary>
internal sealed class OutboxAttempt
{
    public required Guid MessageId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs, and for ever when the server died in it.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Each way tried and what it said, such as <c>wechat:channel.gone sms:sent</c>; null while it runs.</summary>
    public string? Outcome { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OutboxAttempt>
    {
        public void Configure(EntityTypeBuilder<OutboxAttempt> builder)
        {
            builder.ToTable("OutboxAttempts");
            builder.HasKey(attempt => new { attempt.MessageId, attempt.Number });
            builder.HasOne<OutboxMessage>().WithMany().HasForeignKey(attempt => attempt.MessageId).OnDelete(DeleteBehavior.Cascade);
            builder.Property(attempt => attempt.Outcome).HasMaxLength(300);
        }
    }
}

/// <summary>Where a notification stands.</summary>
public enum NotificationState
{
    /// <summary>Waits for its time, or for the next try.</summary>
    Pending,

    /// <summary>A server is sending it.</summary>
    Leased,

    /// <summary>Handed over to a channel or the gateway.</summary>
    Sent,

    /// <summary>Arrived, says the gateway.</summary>
    Delivered,

    /// <summary>Refused, or tried too often: a clerk has to call.</summary>
    Failed,

    /// <summary>There was no way to send it: a clerk has to call.</summary>
    Undeliverable,

    /// <summary>No longer of use: the matter changed, or its time was over.</summary>
    Cancelled,
}
