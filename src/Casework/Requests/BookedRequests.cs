using LegalService.Casework.Appointments;
using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Requests;

/// <summary>An appointment that a request's own people made is an event of the request. Thread safe.</summary>
internal sealed class BookedRequests(RequestChanges changes, PartyFinder finder) : IAppointmentEvents
{
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
