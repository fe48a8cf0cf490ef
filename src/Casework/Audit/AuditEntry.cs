using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Audit;

/// <summary>Who did what to which record, and why. Never changed after it was written; holds no personal data.</summary>
internal sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTimeOffset At { get; init; }

    /// <summary>"citizen", "system", "staff/USER" or "kiosk/ID".</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, such as <c>request.received</c> or <c>record.viewed</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The record it was done to, such as <c>request/2611-0042</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Why, or which fields: never their values. Null when the action says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>Keyed signature over the fields above, made when the entry is written.</summary>
    public required string Signature { get; init; }

    /// <summary>What the signature is over.</summary>
    internal static string Text(Guid id, DateTimeOffset at, string actor, string action, string subject, string? detail) =>
        string.Join('\n', id.ToString("N"), at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture), actor, action, subject, detail);

    internal sealed class Configuration : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("AuditEntries");
            builder.HasKey(entry => entry.Id);
            builder.HasIndex(entry => new { entry.Subject, entry.At });
            builder.HasIndex(entry => entry.At);
            builder.Property(entry => entry.Actor).HasMaxLength(120);
            builder.Property(entry => entry.Action).HasMaxLength(60);
            builder.Property(entry => entry.Subject).HasMaxLength(120);
            builder.Property(entry => entry.Detail).HasMaxLength(400);
            builder.Property(entry => entry.Signature).HasMaxLength(43);
        }
    }
}
