using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Conversations;

/// <summary>Something that was said in a conversation, in its place.</summary>
internal sealed class ConversationActivity
{
    public required string ConversationId { get; init; }

    /// <summary>1, 2, 3... in the order in which they became visible; gaps are possible.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The activity's JSON, sealed.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Fingerprint of the sender's own mark, by which a repetition is known. Null when it gave none.</summary>
    public string? Mark { get; init; }

    /// <summary>True until the bot has answered it.</summary>
    public bool IsWaiting { get; set; }

    internal static string Place(string conversation, long sequence) => $"conversation/{conversation}/{sequence}";

    internal sealed class Configuration : IEntityTypeConfiguration<ConversationActivity>
    {
        public void Configure(EntityTypeBuilder<ConversationActivity> builder)
        {
            builder.ToTable("ConversationActivities");
            builder.HasKey(activity => new { activity.ConversationId, activity.Sequence });
            builder.HasIndex(activity => new { activity.ConversationId, activity.Mark }).IsUnique();
            builder.HasOne<Conversation>().WithMany().HasForeignKey(activity => activity.ConversationId).OnDelete(DeleteBehavior.Cascade);
            builder.Property(activity => activity.ConversationId).HasMaxLength(80);
            builder.Property(activity => activity.Mark).HasMaxLength(43);
        }
    }
}
