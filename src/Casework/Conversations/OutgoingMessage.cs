using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Conversations;

/// <summary>A text that is to be sent to a conversation, outside of a reply.</summary>
internal sealed class OutgoingMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Channel { get; init; }

    public required string ConversationId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Place among those made at the same time.</summary>
    public required int Place { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public OutgoingState State { get; set; } = OutgoingState.Pending;

    public int Attempts { get; set; }

    /// <summary>Why it cannot be sent, as a stable code; null unless it failed.</summary>
    public string? Failure { get; set; }

    /// <summary>Sealed; null once it is sent or given up.</summary>
    public byte[]? Content { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OutgoingMessage>
    {
        public void Configure(EntityTypeBuilder<OutgoingMessage> builder)
        {
            builder.ToTable("OutgoingMessages");
            builder.HasKey(message => message.Id);
            builder.HasIndex(message => new { message.State, message.DueAt });
            builder.HasIndex(message => new { message.ConversationId, message.State });
            builder.Property(message => message.Channel).HasMaxLength(20);
            builder.Property(message => message.ConversationId).HasMaxLength(80);
            builder.Property(message => message.Failure).HasMaxLength(60);
        }
    }
}

/// <summary>How far the sending of a text is.</summary>
internal enum OutgoingState
{
    /// <summary>To be sent when it is due.</summary>
    Pending,

    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>Given up.</summary>
    Failed,
}
