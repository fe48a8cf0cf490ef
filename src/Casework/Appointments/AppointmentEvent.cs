using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Appointments;

/// <summary>
/// Hears of every change of an appointment, a waiting list or a queue in the same transaction: what it adds to the context is saved with the change or not
/// at all. It may be called again for the same change when the transaction is run again, and must change nothing but the context.
/// </summary>
internal interface IAppointmentEvents
{
    Task OnAsync(CaseworkContext context, AppointmentEvent happened, CancellationToken cancellation);
}

/// <summary>A change.</summary>
internal sealed record AppointmentEvent
{
    public required AppointmentEventKind Kind { get; init; }

    /// <summary>Of the appointment, the waiting entry or the ticket.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of the appointment or ticket; null for a waiting entry.</summary>
    public string? Number { get; init; }

    public required string Service { get; init; }

    public required string Office { get; init; }

    public required MeetingWay Way { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Grows with every change of one appointment: with the id it names this change and no other.</summary>
    public int Sequence { get; init; }

    public string? RequestNumber { get; init; }

    /// <summary>Whom to tell; null when he left no phone.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Whether he wants to be told by message.</summary>
    public bool Notify { get; init; }

    /// <summary>Until when an offer stands; null for other changes.</summary>
    public DateTimeOffset? OfferUntil { get; init; }
}

/// <summary>What changed.</summary>
internal enum AppointmentEventKind
{
    /// <summary>An appointment was made.</summary>
    Booked,

    /// <summary>It was moved: reminders move with it.</summary>
    Rescheduled,

    /// <summary>It will not take place: reminders vanish.</summary>
    Cancelled,

    /// <summary>It took place.</summary>
    Completed,

    /// <summary>The citizen did not come.</summary>
    Missed,

    /// <summary>Who came was removed: what others keep about him goes too.</summary>
    Erased,

    /// <summary>A place was offered to somebody on the waiting list.</summary>
    Offered,

    /// <summary>A number of the queue was called.</summary>
    Called,
}

/// <summary>Who it is about. Only ever stored sealed.</summary>
/// <param name="Name">As written by the citizen; "" for a number of the queue.</param>
/// <param name="Phone">In its one form.</param>
internal sealed record Contact(string Name, string Phone);
