using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Appointments.Closures;

/// <summary>Days, or a part of each, on which an office is closed or one of its people or rooms is away, against the hours of the corpus.</summary>
internal sealed class Closure
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Office { get; init; }

    /// <summary>The person, window or room; null for the whole office.</summary>
    public string? Resource { get; init; }

    /// <summary>First day, in Beijing.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Minutes since midnight at which it begins each day.</summary>
    public required int FromMinute { get; init; }

    /// <summary>Minutes since midnight at which it ends each day, not included; 1440 for the rest of the day.</summary>
    public required int ToMinute { get; init; }

    /// <summary>Why, for citizens when it is the office, for the staff otherwise. No personal data.</summary>
    public required string Reason { get; init; }

    /// <summary>Who entered it.</summary>
    public required string By { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Closure>
    {
        public void Configure(EntityTypeBuilder<Closure> builder)
        {
            builder.ToTable("Closures");
            builder.HasKey(closure => closure.Id);
            builder.HasIndex(closure => closure.To);
            builder.Property(closure => closure.Office).HasMaxLength(40);
            builder.Property(closure => closure.Resource).HasMaxLength(60);
            builder.Property(closure => closure.Reason).HasMaxLength(200);
            builder.Property(closure => closure.By).HasMaxLength(120);
        }
    }
}
