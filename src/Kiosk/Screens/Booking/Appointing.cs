using LegalService.Contracts;
using LegalService.Interviews.Definitions;
using LegalService.Kiosk.Screens.Forms;
using LegalService.Kiosk.Screens.Shell;
using Microsoft.Extensions.Localization;

namespace LegalService.Kiosk.Screens.Booking;

/// <summary>Books the time that is kept.</summary>
internal sealed class Appointing(ILegalServiceApi centre, BookingPlan plan, PlaceResponse? place, IStringLocalizer texts) : IPurpose
{
    // However often the button is pressed, it is one appointment.
    private readonly string _key = Guid.NewGuid().ToString();

    public string ReviewKey => "kiosk.booking.review";

    public string SendKey => "kiosk.booking.send";

    public async Task<Ended> SendAsync(FormWalk walk)
    {
        var request = new BookingRequest(
            walk.TextOf(FieldRole.ApplicantName)!, walk.TextOf(FieldRole.ApplicantPhone)!, plan.Hold!.Id,
            RequestNumber: plan.Request?.Number, Notify: true, RequestCode: plan.Request?.Code);
        var (appointment, fault) = await Trouble.TryAsync(() => centre.BookAsync(request, _key), texts);
        return appointment is null ? new(null, fault) : new(Screen.Of<BookedScreen>(new Booked(plan.Service, appointment, place)));
    }
}

/// <summary>An appointment that was made.</summary>
/// <param name="Service">For which service.</param>
/// <param name="Appointment">The appointment.</param>
/// <param name="Place">Where; null when this machine does not know the office.</param>
internal sealed record Booked(ServiceDefinition Service, AppointmentResponse Appointment, PlaceResponse? Place);
