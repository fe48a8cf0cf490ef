using LegalService.Casework.Appointments;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Requests;

/// <summary>Shows the appointments of a request, and counts one that its own people made as an event of it. Thread safe.</summary>
internal sealed class AppointmentsOfRequests(RequestChanges changes, PartyFinder finder, PlaceCatalog places) : IRequestAppointments, IAppointmentEvents
{
    public async Task<IReadOnlyList<RequestAppointment>> OfAsync(CaseworkContext context, string requestNumber, CancellationToken cancellation)
    {
        var rows = await context.Set<Appointment>().AsNoTracking().Where(row => row.RequestNumber == requestNumber).OrderBy(row => row.Start).ToListAsync(cancellation);
        return [.. rows.Select(row => new RequestAppointment(
            row.Number, BeijingTime.Of(row.Start), BeijingTime.Of(row.End), places.Find(row.Office)?.Name ?? row.Office, row.State.ToString()))];
    }

    public async Task OnAsync(CaseworkContext context, AppointmentEvent happened, CancellationToken cancellation)
    {
        if (happened is not { Kind: AppointmentEventKind.Booked, RequestNumber: { } number, Contact.Phone: { Length: > 0 } phone })
            return;
        var request = await context.Set<Request>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellation);
        // Who knows only the number of another's request can name it here, but nothing happens to that request.
        var fingerprint = finder.Fingerprint("phone", phone);
        if (request is null || !RequestMachine.Allows(request.State, CaseEvents.Booked)
            || !await context.Set<RequestParty>().AnyAsync(party => party.RequestId == request.Id && party.Fingerprint == fingerprint, cancellation))
            return;
        await changes.ApplyAsync(context, request.Id, request.Version, new(CaseEvents.Booked, Actor.Citizen) { AuditDetail = happened.Number }, cancellation);
    }
}
