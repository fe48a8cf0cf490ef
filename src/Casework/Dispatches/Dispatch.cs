using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Dispatches;

/// <summary>An order that was given to a volunteer. It holds no personal data of the citizen.</summary>
internal sealed class Dispatch
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RequestId { get; init; }

    /// <summary>From 1; one more for each volunteer asked.</summary>
    public required int Round { get; init; }

    /// <summary>Id in <c>corpus/volunteers</c>.</summary>
    public required string Volunteer { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>Until then it is taken or declined.</summary>
    public required DateTimeOffset AnswerBy { get; init; }

    /// <summary>Keyed hash of the request's number and the order's code.</summary>
    public required string CodeFingerprint { get; init; }

    public DispatchState State { get; set; }

    /// <summary>When it came to its state; null while it is offered.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>Why it was declined, one of the reasons of the settings; null otherwise.</summary>
    public string? Reason { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Dispatch>
    {
        public void Configure(EntityTypeBuilder<Dispatch> builder)
        {
            builder.ToTable("Dispatches");
            builder.HasKey(dispatch => dispatch.Id);
            // One volunteer at a time is asked, however many servers ask.
            builder.HasIndex(dispatch => new { dispatch.RequestId, dispatch.Round }).IsUnique();
            builder.HasIndex(dispatch => new { dispatch.State, dispatch.AnswerBy });
            builder.HasIndex(dispatch => new { dispatch.Volunteer, dispatch.State });
            builder.Property(dispatch => dispatch.Volunteer).HasMaxLength(40);
            builder.Property(dispatch => dispatch.CodeFingerprint).HasMaxLength(43);
            builder.Property(dispatch => dispatch.Reason).HasMaxLength(60);
        }
    }
}

/// <summary>Where an order stands.</summary>
public enum DispatchState
{
    /// <summary>The volunteer was asked.</summary>
    Offered,

    /// <summary>He or she took it.</summary>
    Taken,

    /// <summary>He or she declined.</summary>
    Declined,

    /// <summary>There was no answer in time.</summary>
    Expired,

    /// <summary>It was carried out.</summary>
    Done,

    /// <summary>The request ended, or was given to somebody else.</summary>
    Cancelled,
}
