using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Appointments;

/// <summary>
/// Five minutes of one person, window or room that somebody has. That there is one row for each is the database's word, and with it that nothing is
/// given away twice.
/// </summary>
internal sealed class OccupiedCell
{
    /// <summary>For ever, in <see cref="Until"/>.</summary>
    public const long Kept = 0;

    /// <summary>Office, resource and unit, as in <c>example-centre/lawyer-1#0</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Five minutes counted from 1970.</summary>
    public required int Cell { get; init; }

    /// <summary>The hold, appointment or walk-in that has it.</summary>
    public required Guid Owner { get; set; }

    /// <summary>Until when, in milliseconds since 1970; <see cref="Kept"/> when it is no hold. From then on it is as good as free.</summary>
    public required long Until { get; set; }

    /// <summary>The resource of a unit, as in <c>lawyer-1</c>.</summary>
    public static string ResourceOf(string unit) => unit[(unit.IndexOf('/', StringComparison.Ordinal) + 1)..unit.LastIndexOf('#')];

    internal sealed class Configuration : IEntityTypeConfiguration<OccupiedCell>
    {
        public void Configure(EntityTypeBuilder<OccupiedCell> builder)
        {
            builder.ToTable("OccupiedCells");
            builder.HasKey(cell => new { cell.Unit, cell.Cell });
            builder.HasIndex(cell => cell.Owner);
            builder.HasIndex(cell => cell.Until);
            builder.Property(cell => cell.Unit).HasMaxLength(100);
        }
    }
}
