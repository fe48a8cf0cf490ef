using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Idempotency;

/// <summary>What an operation answered to a key, so that sending twice does it once.</summary>
internal sealed class IdempotencyRecord
{
    /// <summary>The operation the key belongs to, such as <c>appointment.book</c>: one key may serve another operation as well.</summary>
    public required string Operation { get; init; }

    /// <summary>Fingerprint of the client's key.</summary>
    public required string Key { get; init; }

    /// <summary>Fingerprint of what was sent.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The answer as JSON, sealed: it may hold a pickup code.</summary>
    public byte[] Response { get; set; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<IdempotencyRecord>
    {
        public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
        {
            builder.ToTable("IdempotencyRecords");
            builder.HasKey(record => new { record.Operation, record.Key });
            builder.HasIndex(record => record.At);
            builder.Property(record => record.Operation).HasMaxLength(60);
            builder.Property(record => record.Key).HasMaxLength(43);
            builder.Property(record => record.Content).HasMaxLength(43);
        }
    }
}
