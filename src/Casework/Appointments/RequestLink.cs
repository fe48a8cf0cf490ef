using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Appointments;

/// <summary>What appointments and requests know of each other. Thread safe.</summary>
internal sealed class RequestLink(AppointmentWriter writer, WaitingOffers offers, TimeProvider time) : IRequestAppointments, IRequestEvents
{
    public async Task<IReadOnlyList<RequestAppointment>> OfAsync(CaseworkContext context, string requestNumber, CancellationToken cancellation)
    {
        var appointments = await context.Set<Appointment>().AsNoTracking().Where(appointment => appointment.RequestNumber == requestNumber).ToListAsync(cancellation);
        return [.. appointments.Select(appointment => new RequestAppointment(
            appointment.Number, BeijingTime.Of(appointment.Start), BeijingTime.Of(appointment.End), appointment.Office, StateOf(appointment.State)))];
    }

    /// <summary>Who withdraws his request, or is passed on, no longer comes: his time is given back.</summary>
    public async Task OnAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation)
    {
        if (raised.To is not (RequestState.Withdrawn or RequestState.Transferred) || raised.From == raised.To)
            return;
        var now = time.GetUtcNow();
        var ahead = await context.Set<Appointment>()
            .Where(appointment => appointment.RequestNumber == raised.Number && appointment.State == AppointmentState.Booked && appointment.Start > now)
            .ToListAsync(cancellation);
        foreach (var appointment in ahead)
        {
            var freed = new SlotKey(appointment.Office, appointment.Service, appointment.Way, appointment.Start);
            await writer.EndAsync(context, appointment, AppointmentState.Cancelled, Actor.System, null, cancellation);
            await offers.OfferAsync(context, freed, cancellation);
        }
    }

    private static string StateOf(AppointmentState state) => state switch
    {
        AppointmentState.Booked => "booked",
        AppointmentState.Completed => "completed",
        AppointmentState.Missed => "missed",
        _ => "cancelled",
    };
}
