using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Letters;

/// <summary>A letter about a request. Once issued it is never changed; its number stays in the register when personal data are removed.</summary>
internal sealed class Letter
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RequestId { get; init; }

    /// <summary>The id of its template.</summary>
    public required string Template { get; init; }

    public required string Title { get; init; }

    /// <summary>From 1; a letter that was revoked and written again is another edition.</summary>
    public required int Edition { get; init; }

    public LetterState State { get; set; }

    /// <summary>Id of the office that issued it.</summary>
    public required string Office { get; init; }

    /// <summary>Of the register, in Beijing.</summary>
    public required int Year { get; init; }

    /// <summary>From 1 in each office and year.</summary>
    public required int Sequence { get; init; }

    /// <summary>As it is written.</summary>
    public required string Number { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>As in the audit trail.</summary>
    public required string By { get; init; }

    /// <summary>Null when personal data were removed.</summary>
    public byte[]? SealedText { get; set; }

    /// <summary>The document as it was issued; null when personal data were removed.</summary>
    public byte[]? SealedDocument { get; set; }

    internal string TextPlace => $"request/{RequestId:N}/letter/{Id:N}/text";

    internal string DocumentPlace => $"request/{RequestId:N}/letter/{Id:N}/document";

    internal sealed class Configuration : IEntityTypeConfiguration<Letter>
    {
        public void Configure(EntityTypeBuilder<Letter> builder)
        {
            builder.ToTable("Letters");
            builder.HasKey(letter => letter.Id);
            builder.HasIndex(letter => new { letter.RequestId, letter.Template, letter.Edition }).IsUnique();
            // The register: no number twice, however many clerks write at once.
            builder.HasIndex(letter => new { letter.Office, letter.Year, letter.Sequence }).IsUnique();
            builder.Property(letter => letter.Template).HasMaxLength(60);
            builder.Property(letter => letter.Title).HasMaxLength(60);
            builder.Property(letter => letter.Office).HasMaxLength(40);
            builder.Property(letter => letter.Number).HasMaxLength(80);
            builder.Property(letter => letter.By).HasMaxLength(120);
        }
    }
}

/// <summary>Where a letter stands.</summary>
public enum LetterState
{
    /// <summary>The citizen can read it.</summary>
    Issued,

    /// <summary>It was issued by mistake.</summary>
    Revoked,
}
