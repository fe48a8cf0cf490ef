using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Audit;

/// <summary>Binds an audit entry to all entries before it, so that none can be taken out or put in between.</summary>
internal sealed class AuditLink
{
    /// <summary>What stands before the first link.</summary>
    public const string Beginning = "";

    /// <summary>From 1, without a gap. The primary key: of two servers that link at once, one fails.</summary>
    public required long Sequence { get; init; }

    public required Guid EntryId { get; init; }

    /// <summary>Over the hash before, the sequence, the entry and the entry's signature. 43 characters.</summary>
    public required string Hash { get; init; }

    /// <summary>Keyed signature over sequence and hash: one who can write to the database cannot make a chain of his own.</summary>
    public required string Signature { get; init; }

    internal static string HashOf(string before, long sequence, Guid entryId, string entrySignature) =>
        System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{before}\n{sequence}\n{entryId:N}\n{entrySignature}"))));

    /// <summary>What the signature is over.</summary>
    internal static string Text(long sequence, string hash) => string.Create(CultureInfo.InvariantCulture, $"audit-link\n{sequence}\n{hash}");

    internal sealed class Configuration : IEntityTypeConfiguration<AuditLink>
    {
        public void Configure(EntityTypeBuilder<AuditLink> builder)
        {
            builder.ToTable("AuditLinks");
            builder.HasKey(link => link.Sequence);
            builder.Property(link => link.Sequence).ValueGeneratedNever();
            builder.HasIndex(link => link.EntryId).IsUnique();
            builder.Property(link => link.Hash).HasMaxLength(43);
            builder.Property(link => link.Signature).HasMaxLength(43);
        }
    }
}
