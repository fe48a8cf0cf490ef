using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.KnowledgeDesk;

/// <summary>An FAQ entry or a note of which the desk has at least one version.</summary>
internal sealed class DeskEntry
{
    /// <summary>Such as <c>faq/wages-unpaid</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the version in use; 0: the shipped corpus speaks.</summary>
    public int Live { get; set; }

    /// <summary>Raised at every release: of two that release at once one fails.</summary>
    public int Releases { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<DeskEntry>
    {
        public void Configure(EntityTypeBuilder<DeskEntry> builder)
        {
            builder.ToTable("KnowledgeEntries");
            builder.HasKey(entry => entry.Name);
            builder.Property(entry => entry.Name).HasMaxLength(EntryDesk.LongestName);
            builder.Property(entry => entry.Releases).IsConcurrencyToken();
        }
    }
}

/// <summary>One version of an entry, from its draft on. Once it was decided, its text is never changed.</summary>
internal sealed class DeskVersion
{
    public required Guid Id { get; init; }

    public required string Entry { get; init; }

    /// <summary>From 1, by entry.</summary>
    public required int Number { get; init; }

    /// <summary>The entry while the version is open, and null afterwards: unique, so that an entry has one open version.</summary>
    public string? Open { get; set; }

    public DeskState State { get; set; } = DeskState.Draft;

    public required string Title { get; set; }

    /// <summary>True when it takes the entry out.</summary>
    public required bool Withdraws { get; set; }

    /// <summary>The file, as it is read.</summary>
    public required string Text { get; set; }

    /// <summary>The file that was in use when the draft was last saved; empty when there was none.</summary>
    public required string Before { get; set; }

    /// <summary><see cref="DeskEntry.Live"/> when the draft was last saved.</summary>
    public required int BasedOn { get; set; }

    /// <summary>Ids of the unanswered questions it answers, joined by a comma; empty when there are none.</summary>
    public required string Answers { get; set; }

    /// <summary>Why it is wanted; empty until it is proposed.</summary>
    public string Why { get; set; } = "";

    /// <summary>"staff/USER".</summary>
    public required string Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Null until it is proposed, and again when it is taken back.</summary>
    public DateTimeOffset? ProposedAt { get; set; }

    /// <summary>"staff/USER"; null until somebody decided.</summary>
    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? Decision { get; set; }

    /// <summary>Raised at every change.</summary>
    public int Revision { get; set; } = 1;

    internal sealed class Configuration : IEntityTypeConfiguration<DeskVersion>
    {
        public void Configure(EntityTypeBuilder<DeskVersion> builder)
        {
            builder.ToTable("KnowledgeVersions");
            builder.HasKey(version => version.Id);
            builder.HasIndex(version => new { version.Entry, version.Number }).IsUnique();
            builder.HasIndex(version => version.Open).IsUnique();
            builder.HasIndex(version => new { version.State, version.ChangedAt });
            builder.Property(version => version.Entry).HasMaxLength(EntryDesk.LongestName);
            builder.Property(version => version.Open).HasMaxLength(EntryDesk.LongestName);
            builder.Property(version => version.Title).HasMaxLength(EntryDesk.LongestTitle);
            builder.Property(version => version.Text).HasMaxLength(EntryDesk.LongestText);
            builder.Property(version => version.Why).HasMaxLength(EntryDesk.LongestWhy);
            builder.Property(version => version.Decision).HasMaxLength(EntryDesk.LongestWhy);
            builder.Property(version => version.Author).HasMaxLength(120);
            builder.Property(version => version.DecidedBy).HasMaxLength(120);
            builder.Property(version => version.Revision).IsConcurrencyToken();
        }
    }
}

/// <summary>That a version came into use, or that an earlier one did again. Never changed after it was written.</summary>
internal sealed class DeskRelease
{
    public required Guid Id { get; init; }

    public required string Entry { get; init; }

    /// <summary>From 1, by entry.</summary>
    public required int Sequence { get; init; }

    /// <summary>Number of the version that is in use from now on; 0: the shipped corpus speaks.</summary>
    public required int Number { get; init; }

    /// <summary>True when an earlier version came back.</summary>
    public required bool IsRollBack { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Why { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<DeskRelease>
    {
        public void Configure(EntityTypeBuilder<DeskRelease> builder)
        {
            builder.ToTable("KnowledgeReleases");
            builder.HasKey(release => release.Id);
            builder.HasIndex(release => new { release.Entry, release.Sequence }).IsUnique();
            builder.Property(release => release.Entry).HasMaxLength(EntryDesk.LongestName);
            builder.Property(release => release.By).HasMaxLength(120);
            builder.Property(release => release.Why).HasMaxLength(EntryDesk.LongestWhy);
        }
    }
}
