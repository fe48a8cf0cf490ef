using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Handovers;

/// <summary>A conversation that a citizen wants to have with a person, from the wish to its end.</summary>
internal sealed class Handover
{
    public required Guid Id { get; init; }

    /// <summary>Empty once the citizen had the conversation removed.</summary>
    public required string Conversation { get; set; }

    /// <summary>The conversation while it waits for a person or has one: unique, so that there is one wish at a time. Null afterwards.</summary>
    public string? Open { get; set; }

    public required string Channel { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public HandoverState State { get; set; } = HandoverState.Waiting;

    /// <summary>Who has it, or had it last, as "staff/USER"; null while nobody has taken it.</summary>
    public string? Clerk { get; set; }

    public DateTimeOffset? TakenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the citizen last wrote to the person.</summary>
    public DateTimeOffset? LastCitizenAt { get; set; }

    public DateTimeOffset? LastClerkAt { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; }

    internal string Subject => $"handover/{Id:N}";

    internal sealed class Configuration : IEntityTypeConfiguration<Handover>
    {
        public void Configure(EntityTypeBuilder<Handover> builder)
        {
            builder.ToTable("Handovers");
            builder.HasKey(handover => handover.Id);
            builder.HasIndex(handover => handover.Open).IsUnique();
            builder.HasIndex(handover => handover.Conversation);
            builder.HasIndex(handover => new { handover.State, handover.AskedAt });
            builder.Property(handover => handover.Conversation).HasMaxLength(80);
            builder.Property(handover => handover.Open).HasMaxLength(80);
            builder.Property(handover => handover.Channel).HasMaxLength(20);
            builder.Property(handover => handover.Clerk).HasMaxLength(120);
        }
    }
}
