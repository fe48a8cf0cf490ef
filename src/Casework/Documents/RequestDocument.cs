using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Documents;

/// <summary>The document that came with a request; a clerk puts it right and says that it is drafted.</summary>
internal sealed class RequestDocument
{
    public required Guid RequestId { get; init; }

    /// <summary>The id of its definition.</summary>
    public required string Form { get; init; }

    public required string Name { get; init; }

    /// <summary>Null when personal data were removed.</summary>
    public byte[]? SealedText { get; set; }

    /// <summary>Null until a clerk has said that it is drafted by the centre.</summary>
    public DateTimeOffset? DraftedAt { get; set; }

    /// <summary>As in the audit trail.</summary>
    public string? DraftedBy { get; set; }

    internal string TextPlace => $"request/{RequestId:N}/document";

    internal sealed class Configuration : IEntityTypeConfiguration<RequestDocument>
    {
        public void Configure(EntityTypeBuilder<RequestDocument> builder)
        {
            builder.ToTable("RequestDocuments");
            builder.HasKey(document => document.RequestId);
            builder.Property(document => document.RequestId).ValueGeneratedNever();
            builder.Property(document => document.Form).HasMaxLength(60);
            builder.Property(document => document.Name).HasMaxLength(60);
            builder.Property(document => document.DraftedBy).HasMaxLength(120);
        }
    }
}
