using LegalService.Contracts;
using LegalService.Kiosk.Screens.Shell;

namespace LegalService.Kiosk.Screens.Booking;

/// <summary>The free times of a plan.</summary>
/// <param name="Plan">What is to be booked.</param>
/// <param name="Slots">Free times, in their order.</param>
/// <param name="Places">The offices.</param>
internal sealed record BookingDays(BookingPlan Plan, IReadOnlyList<SlotResponse> Slots, IReadOnlyList<PlaceResponse> Places)
{
    /// <summary>The ways to meet among which the citizen has yet to choose; one at most when there is no choice.</summary>
    public IReadOnlyList<string> Ways => [.. Slots.Select(slot => slot.Kind).Distinct(StringComparer.Ordinal)];

    /// <summary>Where a time is; null when the office is not known.</summary>
    public PlaceResponse? PlaceOf(SlotResponse slot) => Places.FirstOrDefault(place => place.Id == slot.Office);

    /// <summary>Those on which people meet in this way; all of them where nobody has a time for it.</summary>
    public BookingDays By(string? way) => Slots.Any(slot => slot.Kind == way)
        ? this with { Plan = Plan with { Way = way }, Slots = [.. Slots.Where(slot => slot.Kind == way)] }
        : this;

    /// <summary>By days in Beijing.</summary>
    public IEnumerable<IGrouping<DateOnly, SlotResponse>> ByDay => Slots.GroupBy(slot => DateOnly.FromDateTime(KioskScreen.InBeijing(slot.Start).DateTime));
}
