using LegalService.Contracts;
using LegalService.Interviews.Definitions;
using LegalService.Kiosk.Screens.Forms;

namespace LegalService.Kiosk.Screens.Booking;

/// <summary>What is to be booked, as far as it is known.</summary>
/// <param name="Service">For which service.</param>
/// <param name="Name">Who comes; null: not asked yet.</param>
/// <param name="Phone">Where to reach him or her; null: not asked yet.</param>
/// <param name="Request">The request it is for; null: none.</param>
internal sealed record BookingPlan(ServiceDefinition Service, string? Name = null, string? Phone = null, SubmissionResponse? Request = null)
{
    /// <summary>How they meet, as the shared API names it; null: not asked yet.</summary>
    public string? Way { get; init; }

    /// <summary>The time that is kept for it; null: none chosen yet.</summary>
    public SlotResponse? Slot { get; init; }

    /// <summary>The hold on it; null: none.</summary>
    public HoldResponse? Hold { get; init; }

    /// <summary>After a request was sent: it says already who comes.</summary>
    public static BookingPlan After(Receipt receipt, SubmissionResponse request) => new(
        receipt.Service, receipt.Walk.TextOf(FieldRole.ApplicantName), receipt.Walk.TextOf(FieldRole.ApplicantPhone) ?? receipt.Walk.TextOf(FieldRole.HelperPhone), request)
    {
        Way = receipt.Walk.TextOf(FieldRole.MeetingWay),
    };
}
