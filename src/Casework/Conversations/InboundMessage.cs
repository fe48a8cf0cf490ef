using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Conversations;

/// <summary>A message that a channel delivered, kept as long as the channel may deliver it again.</summary>
internal sealed class InboundMessage
{
    /// <summary>Fingerprint of what its repetitions have in common.</summary>
    public required string Id { get; init; }

    public required string Channel { get; init; }

    public required string ConversationId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required InboundState State { get; set; }

    /// <summary>Who works on it. Another takes it over after <see cref="LeasedUntil"/>.</summary>
    public required Guid Worker { get; set; }

    public required DateTimeOffset LeasedUntil { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; } = 1;

    /// <summary>Sealed; null once it is answered.</summary>
    public byte[]? Content { get; set; }

    /// <summary>Sealed; what was said in the reply. Null when nothing was, or not yet.</summary>
    public byte[]? Reply { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<InboundMessage>
    {
        public void Configure(EntityTypeBuilder<InboundMessage> builder)
        {
            builder.ToTable("InboundMessages");
            builder.HasKey(message => message.Id);
            builder.HasIndex(message => new { message.State, message.LeasedUntil });
            builder.HasIndex(message => message.ReceivedAt);
            builder.HasIndex(message => message.ConversationId);
            builder.Property(message => message.Id).HasMaxLength(43);
            builder.Property(message => message.Channel).HasMaxLength(20);
            builder.Property(message => message.ConversationId).HasMaxLength(80);
        }
    }
}

/// <summary>How far the work on a delivered message is.</summary>
public enum InboundState
{
    /// <summary>Being worked on; the answer may still go into the reply.</summary>
    Working,

    /// <summary>The reply was given without the answer, which is sent when it is there.</summary>
    Later,

    /// <summary>Done.</summary>
    Answered,
}
