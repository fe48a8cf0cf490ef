using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Appointments;

/// <summary>Somebody who takes a place when one becomes free.</summary>
internal sealed class WaitingEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Fingerprint of the pickup code.</summary>
    public required string Code { get; init; }

    public required string Service { get; init; }

    /// <summary>Null for any.</summary>
    public string? Office { get; init; }

    /// <summary>Null for any.</summary>
    public MeetingWay? Way { get; init; }

    /// <summary>First day that suits.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day that suits.</summary>
    public required DateOnly To { get; init; }

    public string? RequestNumber { get; init; }

    /// <summary>Fingerprint of the phone number; "" once it was removed.</summary>
    public required string Phone { get; set; }

    /// <summary>Name and phone, sealed; null once the entry is over.</summary>
    public byte[]? Contact { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }

    public WaitingState State { get; set; } = WaitingState.Waiting;

    /// <summary>The hold that is offered; null when none is.</summary>
    public Guid? Hold { get; set; }

    /// <summary>What is offered.</summary>
    public string? SlotId { get; set; }

    /// <summary>Until when the offer stands.</summary>
    public DateTimeOffset? OfferUntil { get; set; }

    public int Version { get; set; }

    public static string Place(Guid id) => $"waiting/{id:N}";

    internal sealed class Configuration : IEntityTypeConfiguration<WaitingEntry>
    {
        public void Configure(EntityTypeBuilder<WaitingEntry> builder)
        {
            builder.ToTable("WaitingEntries");
            builder.HasKey(entry => entry.Id);
            builder.HasIndex(entry => new { entry.State, entry.Service, entry.JoinedAt });
            builder.Property(entry => entry.Version).IsConcurrencyToken();
            builder.Property(entry => entry.Code).HasMaxLength(43);
            builder.Property(entry => entry.Phone).HasMaxLength(43);
            builder.Property(entry => entry.Service).HasMaxLength(60);
            builder.Property(entry => entry.Office).HasMaxLength(40);
            builder.Property(entry => entry.RequestNumber).HasMaxLength(20);
            builder.Property(entry => entry.SlotId).HasMaxLength(300);
        }
    }
}

/// <summary>Where somebody on the waiting list stands.</summary>
public enum WaitingState
{
    /// <summary>Nothing was free yet.</summary>
    Waiting,

    /// <summary>A place is kept for him until he answers or the offer lapses.</summary>
    Offered,

    /// <summary>He took it.</summary>
    Accepted,

    /// <summary>He did not answer in time; the place went to the next.</summary>
    Lapsed,

    /// <summary>He left the list, or no day that suits is left.</summary>
    Left,
}
