using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Drafts;

/// <summary>Answers of an interview that is not done, put aside by the citizen.</summary>
internal sealed class Draft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Number { get; init; }

    /// <summary>Keyed hash of number and pickup code.</summary>
    public required string CodeFingerprint { get; init; }

    public required string Service { get; init; }

    /// <summary>Everything typed so far, as JSON, sealed.</summary>
    public byte[] SealedAnswers { get; set; } = [];

    /// <summary>From then on it is removed.</summary>
    public required DateTimeOffset Until { get; set; }

    /// <summary>Where its answers belong.</summary>
    public string Place => $"draft/{Id:N}";

    internal sealed class Configuration : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> builder)
        {
            builder.ToTable("Drafts");
            builder.HasKey(draft => draft.Id);
            builder.HasIndex(draft => draft.Number).IsUnique();
            builder.HasIndex(draft => draft.Until);
            builder.Ignore(draft => draft.Place);
            builder.Property(draft => draft.Number).HasMaxLength(20);
            builder.Property(draft => draft.CodeFingerprint).HasMaxLength(43);
            builder.Property(draft => draft.Service).HasMaxLength(60);
        }
    }
}
