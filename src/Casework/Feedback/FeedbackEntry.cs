using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Feedback;

/// <summary>One rating (好差评), kept without the person who gave it.</summary>
internal sealed class FeedbackEntry
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required FeedbackKind Kind { get; init; }

    /// <summary>Number of the request or appointment, conversation id of an answer, id of a place; null when the service as a whole is rated.</summary>
    public string? Subject { get; init; }

    /// <summary>Id of the office that is rated, for figures; null: none in particular, or it is not known.</summary>
    public string? Office { get; init; }

    /// <summary>1 (very bad) to 5 (very good).</summary>
    public required int Rating { get; init; }

    /// <summary>Ids of the reasons that were chosen, joined by a comma; empty when there is none.</summary>
    public required string Reasons { get; init; }

    /// <summary>The citizen's own words, sealed: they may name people. Null when there are none.</summary>
    public byte[]? Comment { get; init; }

    /// <summary>Whether who gave it showed that the request is his; then there is one for each request, and he is told of the reply.</summary>
    public bool IsOwn { get; init; }

    /// <summary>By when the office replies; null where it need not.</summary>
    public DateTimeOffset? ReplyDue { get; init; }

    /// <summary>What the office replied, sealed; null: nothing yet, or it was removed with the personal data.</summary>
    public byte[]? Reply { get; set; }

    /// <summary>When it replied; null: not yet.</summary>
    public DateTimeOffset? RepliedAt { get; set; }

    /// <summary>Who replied, as in the audit trail; null: nobody yet.</summary>
    public string? RepliedBy { get; set; }

    /// <summary>Where the citizen's words belong.</summary>
    public string Place => $"feedback/{Id:N}";

    /// <summary>Where the reply belongs.</summary>
    public string ReplyPlace => $"feedback/{Id:N}/reply";

    internal sealed class Configuration : IEntityTypeConfiguration<FeedbackEntry>
    {
        public void Configure(EntityTypeBuilder<FeedbackEntry> builder)
        {
            builder.ToTable("Feedback");
            builder.HasKey(entry => entry.Id);
            builder.HasIndex(entry => new { entry.Kind, entry.At });
            builder.HasIndex(entry => new { entry.At, entry.Kind, entry.Office, entry.Rating });
            // Replies that are still to be written.
            builder.HasIndex(entry => entry.ReplyDue).HasFilter("\"RepliedAt\" IS NULL");
            builder.HasIndex(entry => entry.Subject);
            builder.HasIndex(entry => new { entry.Kind, entry.Subject }).IsUnique().HasFilter("\"IsOwn\"").HasDatabaseName("IX_Feedback_Own");
            builder.Property(entry => entry.Office).HasMaxLength(80);
            builder.Property(entry => entry.RepliedBy).HasMaxLength(120);
            builder.Property(entry => entry.Subject).HasMaxLength(RatingDesk.LongestSubject);
            builder.Property(entry => entry.Reasons).HasMaxLength(400);
        }
    }
}

/// <summary>What is rated.</summary>
public enum FeedbackKind
{
    /// <summary>An answer of the bot.</summary>
    Answer,

    /// <summary>A request, by its number.</summary>
    Request,

    /// <summary>An appointment, by its number.</summary>
    Appointment,

    /// <summary>A service point or the service as a whole.</summary>
    Service,
}
