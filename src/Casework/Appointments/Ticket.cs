using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Appointments;

/// <summary>A number of a day's queue at an office.</summary>
internal sealed class Ticket
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Office { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>From 1 each day.</summary>
    public required int Sequence { get; init; }

    public required string Service { get; init; }

    public TicketState State { get; set; } = TicketState.Waiting;

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>When it was last called; null before.</summary>
    public DateTimeOffset? CalledAt { get; set; }

    /// <summary>When it was over; null before.</summary>
    public DateTimeOffset? OverAt { get; set; }

    /// <summary>Phone, sealed; null when none was left or the number is over.</summary>
    public byte[]? Contact { get; set; }

    public int Version { get; set; }

    /// <summary>What is called out.</summary>
    public string Number => Sequence.ToString("000", System.Globalization.CultureInfo.InvariantCulture);

    public static string Place(Guid id) => $"ticket/{id:N}";

    internal sealed class Configuration : IEntityTypeConfiguration<Ticket>
    {
        public void Configure(EntityTypeBuilder<Ticket> builder)
        {
            builder.ToTable("Tickets");
            builder.HasKey(ticket => ticket.Id);
            builder.HasIndex(ticket => new { ticket.Office, ticket.Day, ticket.Sequence }).IsUnique();
            builder.HasIndex(ticket => new { ticket.Day, ticket.State, ticket.Office, ticket.Service });
            builder.Ignore(ticket => ticket.Number);
            builder.Property(ticket => ticket.Version).IsConcurrencyToken();
            builder.Property(ticket => ticket.Office).HasMaxLength(40);
            builder.Property(ticket => ticket.Service).HasMaxLength(60);
        }
    }
}

/// <summary>Where a number of the queue stands.</summary>
public enum TicketState
{
    /// <summary>Not called yet.</summary>
    Waiting,

    /// <summary>It is his turn.</summary>
    Called,

    /// <summary>He was seen.</summary>
    Served,

    /// <summary>He did not come when he was called.</summary>
    Skipped,

    /// <summary>He gave his number back.</summary>
    Left,
}
