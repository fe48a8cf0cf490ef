using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Appointments;

/// <summary>A place kept for a while for whoever knows its id. Its cells say whether it still is.</summary>
internal sealed class Hold
{
    public required Guid Id { get; init; }

    /// <summary>What is held.</summary>
    public required string SlotId { get; init; }

    /// <summary>How many cells it owns while it lasts.</summary>
    public required int Cells { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Hold>
    {
        public void Configure(EntityTypeBuilder<Hold> builder)
        {
            builder.ToTable("Holds");
            builder.HasKey(hold => hold.Id);
            builder.HasIndex(hold => hold.ExpiresAt);
            builder.Property(hold => hold.SlotId).HasMaxLength(300);
        }
    }
}
