using LegalService.Casework.Appointments;
using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Requests;

/// <summary>An appointment for a request is an event of the request. Thread safe.</summary>
internal sealed class BookedRequests(RequestChanges changes) : IAppointmentEvents
{
    public async Task OnAsync(CaseworkContext context, AppointmentEvent happened, CancellationToken cancellation)
    {
        if (happened is not { Kind: AppointmentEventKind.Booked, RequestNumber: { } number })
            return;
        var request = await context.Set<Request>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellation);
        if (request is null || !RequestMachine.Allows(request.State, CaseEvents.Booked))
            return;
        await changes.ApplyAsync(context, request.Id, request.Version, new(CaseEvents.Booked, Actor.Citizen) { AuditDetail = happened.Number }, cancellation);
    }
}
