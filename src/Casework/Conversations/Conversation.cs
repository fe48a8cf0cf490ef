using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Conversations;

/// <summary>A conversation on one channel: whose it is, what the bot remembers of it, and how far its activities are numbered.</summary>
internal sealed class Conversation
{
    public required string Id { get; init; }

    /// <summary>Such as "directline".</summary>
    public required string Channel { get; init; }

    /// <summary>Fingerprint of the citizen's id on the channel.</summary>
    public required string Owner { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastActivityAt { get; set; }

    /// <summary>Number of the last activity; 0 before the first.</summary>
    public long LastSequence { get; set; }

    /// <summary>What the bot remembers between turns, sealed. Null when that is nothing.</summary>
    public byte[]? State { get; set; }

    /// <summary>Counts the changes of <see cref="State"/>.</summary>
    public int StateVersion { get; set; }

    /// <summary>Not later than this is <see cref="State"/> still what the citizen expects to be remembered.</summary>
    public DateTimeOffset StateChangedAt { get; set; }

    internal static string StatePlace(string id) => $"conversation/{id}/state";

    internal sealed class Configuration : IEntityTypeConfiguration<Conversation>
    {
        public void Configure(EntityTypeBuilder<Conversation> builder)
        {
            builder.ToTable("Conversations");
            builder.HasKey(conversation => conversation.Id);
            builder.HasIndex(conversation => conversation.LastActivityAt);
            builder.HasIndex(conversation => conversation.Owner);
            builder.Property(conversation => conversation.Id).HasMaxLength(80);
            builder.Property(conversation => conversation.Channel).HasMaxLength(20);
            builder.Property(conversation => conversation.Owner).HasMaxLength(43);
        }
    }
}
