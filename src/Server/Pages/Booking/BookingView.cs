using LegalService.Casework.Appointments;
using LegalService.Casework.Calendar;
using LegalService.Interviews.Definitions;

namespace LegalService.Server.Pages.Booking;

/// <summary>What the page of times shows.</summary>
public sealed record BookingView
{
    /// <summary>What is booked.</summary>
    public required ServiceDefinition Service { get; init; }

    /// <summary>Where the form goes.</summary>
    public required string Action { get; init; }

    /// <summary>Times that are free, by time.</summary>
    public required IReadOnlyList<Slot> Slots { get; init; }

    /// <summary>The day that is open; null: there is none.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What was typed.</summary>
    public required BookingTyped Typed { get; init; }

    /// <summary>What is wrong; null: nothing, or not tried yet.</summary>
    public string? Fault { get; init; }

    /// <summary>The Idempotency-Key of booking.</summary>
    public required string Key { get; init; }

    /// <summary>Whether an appointment is moved: who comes is known.</summary>
    public bool IsMove { get; init; }

    /// <summary>Days on which something is free, with how much.</summary>
    public IEnumerable<(DateOnly Day, int Times)> Days => Slots.GroupBy(slot => BeijingTime.DayOf(slot.Start)).Select(day => (day.Key, day.Count()));

    /// <summary>Times of the open day, by place and way.</summary>
    public IEnumerable<IGrouping<(string Office, MeetingWay Way), Slot>> OfDay =>
        Slots.Where(slot => BeijingTime.DayOf(slot.Start) == Day).GroupBy(slot => (slot.Office, slot.Way));
}

/// <summary>What was typed to book.</summary>
/// <param name="Slot">The time chosen; "" for none.</param>
/// <param name="Name">Who comes.</param>
/// <param name="Phone">Where he or she can be reached.</param>
/// <param name="Notify">Whether to be reminded by message.</param>
/// <param name="RequestNumber">The request it is for; "" for none.</param>
/// <param name="RequestCode">Its pickup code; "" for none.</param>
public sealed record BookingTyped(string Slot, string Name, string Phone, bool Notify, string RequestNumber, string RequestCode)
{
    /// <summary>Nothing yet.</summary>
    public static BookingTyped Empty { get; } = new("", "", "", Notify: true, "", "");
}
