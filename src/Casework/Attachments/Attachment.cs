using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Attachments;

/// <summary>A file that a citizen uploaded. Its content is sealed in a file of its own; this row makes it exist.</summary>
internal sealed class Attachment
{
    /// <summary>22 characters of a random 128-bit number: who does not know it cannot claim the file.</summary>
    public required string Id { get; init; }

    /// <summary>The request it belongs to; null while it belongs to none.</summary>
    public Guid? RequestId { get; set; }

    /// <summary>The field or paper it was sent for; null when the citizen named none.</summary>
    public string? Item { get; set; }

    /// <summary>The name on the citizen's device: it often holds a person's name.</summary>
    public required byte[] SealedName { get; init; }

    /// <summary>What its content says it is.</summary>
    public required AttachmentType Type { get; init; }

    /// <summary>Bytes, before sealing.</summary>
    public required long Size { get; init; }

    /// <summary>Keyed hash of the content: the same file sent twice shows.</summary>
    public required string Fingerprint { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    internal static string NamePlace(string id) => $"attachment/{id}/name";

    internal sealed class Configuration : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> builder)
        {
            builder.ToTable("Attachments");
            builder.HasKey(attachment => attachment.Id);
            builder.HasIndex(attachment => attachment.RequestId);
            builder.HasIndex(attachment => attachment.UploadedAt);
            builder.Property(attachment => attachment.Id).HasMaxLength(22);
            builder.Property(attachment => attachment.Item).HasMaxLength(60);
            builder.Property(attachment => attachment.Fingerprint).HasMaxLength(43);
        }
    }
}

/// <summary>What may be uploaded, told by the content, never by a name.</summary>
public enum AttachmentType
{
    /// <summary>A photo.</summary>
    Jpeg,

    /// <summary>A screenshot.</summary>
    Png,

    /// <summary>A picture.</summary>
    WebP,

    /// <summary>A document.</summary>
    Pdf,

    /// <summary>A Word document without macros.</summary>
    Docx,
}
