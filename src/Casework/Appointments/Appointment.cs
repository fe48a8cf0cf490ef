using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Appointments;

/// <summary>An appointment. Its place and time are the cells that it owns.</summary>
internal sealed class Appointment
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    /// <summary>Fingerprint of the pickup code; "" once personal data were removed on request, and then no code fits.</summary>
    public required string Code { get; set; }

    public required string Service { get; init; }

    public required string Office { get; set; }

    public required MeetingWay Way { get; set; }

    public required DateTimeOffset Start { get; set; }

    public required DateTimeOffset End { get; set; }

    public AppointmentState State { get; set; } = AppointmentState.Booked;

    /// <summary>How often it was moved or cancelled; the SEQUENCE of its calendar file (RFC 5545, 3.8.7.4).</summary>
    public int Sequence { get; set; }

    /// <summary>The request it is for; null when there is none.</summary>
    public string? RequestNumber { get; init; }

    /// <summary>Fingerprint of the phone number; "" once it was removed.</summary>
    public required string Phone { get; set; }

    /// <summary>Name and phone, sealed; null once they were removed.</summary>
    public byte[]? Contact { get; set; }

    /// <summary>Whether the citizen wants to be reminded by message.</summary>
    public required bool Notify { get; init; }

    /// <summary>Why it was cancelled, in the citizen's or the clerk's words, sealed; null when nothing was said.</summary>
    public byte[]? Reason { get; set; }

    public required DateTimeOffset BookedAt { get; init; }

    /// <summary>Raised with every change; who changes what has changed meanwhile looks again.</summary>
    public int Version { get; set; }

    /// <summary>Where its sealed fields belong.</summary>
    public static string Place(Guid id) => $"appointment/{id:N}";

    internal sealed class Configuration : IEntityTypeConfiguration<Appointment>
    {
        public void Configure(EntityTypeBuilder<Appointment> builder)
        {
            builder.ToTable("Appointments");
            builder.HasKey(appointment => appointment.Id);
            builder.HasIndex(appointment => appointment.Number).IsUnique();
            builder.HasIndex(appointment => new { appointment.Office, appointment.Start });
            builder.HasIndex(appointment => new { appointment.Phone, appointment.Service, appointment.Start });
            builder.HasIndex(appointment => appointment.RequestNumber);
            // Figures of a period are counted from the index alone.
            builder.HasIndex(appointment => new { appointment.Start, appointment.Office, appointment.Service, appointment.State, appointment.RequestNumber });
            builder.Property(appointment => appointment.Version).IsConcurrencyToken();
            builder.Property(appointment => appointment.Number).HasMaxLength(20);
            builder.Property(appointment => appointment.Code).HasMaxLength(43);
            builder.Property(appointment => appointment.Phone).HasMaxLength(43);
            builder.Property(appointment => appointment.Service).HasMaxLength(60);
            builder.Property(appointment => appointment.Office).HasMaxLength(40);
            builder.Property(appointment => appointment.RequestNumber).HasMaxLength(20);
        }
    }
}

/// <summary>What has become of an appointment.</summary>
public enum AppointmentState
{
    /// <summary>It will take place.</summary>
    Booked,

    /// <summary>It took place.</summary>
    Completed,

    /// <summary>The citizen did not come.</summary>
    Missed,

    /// <summary>It will not take place.</summary>
    Cancelled,
}
