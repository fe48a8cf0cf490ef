using LegalService.Contracts;
using LegalService.Kiosk.Screens.Shell;

namespace LegalService.Kiosk.Screens.Booking;

/// <summary>The free times of a plan.</summary>
/// <param name="Plan">What is to be booked.</param>
/// <param name="Slots">Free times, in their order.</param>
internal sealed record BookingDays(BookingPlan Plan, IReadOnlyList<SlotResponse> Slots)
{
    /// <summary>By days in Beijing.</summary>
    public IEnumerable<IGrouping<DateOnly, SlotResponse>> ByDay => Slots.GroupBy(slot => DateOnly.FromDateTime(KioskScreen.InBeijing(slot.Start).DateTime));
}
