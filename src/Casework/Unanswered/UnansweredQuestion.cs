using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Unanswered;

/// <summary>A question that the corpus did not answer, kept for who writes the corpus, without the person who asked it.</summary>
internal sealed class UnansweredQuestion
{
    /// <summary>Fingerprint of the turn, so that a turn that is run again notes it once.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required UnansweredKind Kind { get; init; }

    public required string Channel { get; init; }

    /// <summary>Fingerprint of the conversation, by which it is removed at the citizen's wish. Null when there was none.</summary>
    public string? Conversation { get; init; }

    /// <summary>Sealed: it may name people.</summary>
    public required byte[] Question { get; init; }

    /// <summary>The articles that were shown, joined by a line feed; empty when there were none.</summary>
    public required string Articles { get; init; }

    public required double Confidence { get; init; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>"staff/USER"; null while it is open.</summary>
    public string? SettledBy { get; set; }

    internal static string Place(string id) => $"unanswered/{id}";

    internal sealed class Configuration : IEntityTypeConfiguration<UnansweredQuestion>
    {
        public void Configure(EntityTypeBuilder<UnansweredQuestion> builder)
        {
            builder.ToTable("UnansweredQuestions");
            builder.HasKey(question => question.Id);
            builder.HasIndex(question => new { question.SettledAt, question.At });
            builder.HasIndex(question => question.Conversation);
            builder.Property(question => question.Id).HasMaxLength(43);
            builder.Property(question => question.Channel).HasMaxLength(20);
            builder.Property(question => question.Conversation).HasMaxLength(43);
            builder.Property(question => question.Articles).HasMaxLength(1000);
            builder.Property(question => question.SettledBy).HasMaxLength(120);
        }
    }
}
