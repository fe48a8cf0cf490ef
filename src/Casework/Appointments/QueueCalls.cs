using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Appointments;

/// <summary>Calls numbers of the queue and ends them. Always in the caller's transaction. Thread safe.</summary>
internal sealed class QueueCalls(
    PlaceCatalog places, IBookableServices services, SlotPlanner planner, PlaceTaking taking, QueueForecast forecast, ContactBox contacts, AuditTrail audit,
    IEnumerable<IAppointmentEvents> listeners, TimeProvider time)
{
    public async Task<Result<QueueTicket>> NextAsync(CaseworkContext context, string office, string? service, Actor clerk, CancellationToken cancellation)
    {
        var today = BeijingTime.Today(time);
        var waiting = await context.Set<Ticket>()
            .Where(ticket => ticket.Office == office && ticket.Day == today && ticket.State == TicketState.Waiting && (service == null || ticket.Service == service))
            .OrderBy(ticket => ticket.Sequence).ToListAsync(cancellation);
        // The first of each service: if there is nobody for him, there is nobody for those behind him either.
        foreach (var ticket in waiting.DistinctBy(ticket => ticket.Service, StringComparer.Ordinal))
        {
            if (await CallAsync(context, ticket, clerk, cancellation))
                return await forecast.ViewAsync(context, ticket, cancellation);
        }

        return waiting.Count == 0
            ? new Failure("queue.empty", "没有人在等")
            : new Failure("queue.busy", "现在都有人在办，等一位办完再叫");
    }

    public async Task<QueueTicket> EndAsync(CaseworkContext context, Ticket ticket, TicketState state, Actor actor, CancellationToken cancellation)
    {
        (ticket.State, ticket.OverAt, ticket.Contact) = (state, time.GetUtcNow(), null);
        ticket.Version++;
        await Occupancy.FreeAsync(context, ticket.Id, time.GetUtcNow(), cancellation);
        audit.Record(context, actor, $"ticket.{(state == TicketState.Served ? "served" : state == TicketState.Skipped ? "skipped" : "left")}", Ticket.Place(ticket.Id));
        return await forecast.ViewAsync(context, ticket, cancellation);
    }

    private async Task<bool> CallAsync(CaseworkContext context, Ticket ticket, Actor clerk, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var closed = await ClosedTimes.ReadAsync(context, ticket.Day, cancellation);
        if (places.Find(ticket.Office) is not { } office || services.Find(ticket.Service) is not { } service || planner.PlanWalkIn(office, service, now, closed) is not { } plan
            || !await taking.TakeAsync(context, plan, ticket.Id, null, cancellation))
        {
            return false;
        }

        (ticket.State, ticket.CalledAt) = (TicketState.Called, now);
        ticket.Version++;
        audit.Record(context, clerk, "ticket.called", Ticket.Place(ticket.Id), $"{ticket.Office} {ticket.Number}");
        var contact = contacts.Open(ticket.Contact, Ticket.Place(ticket.Id));
        var happened = new AppointmentEvent
        {
            Kind = AppointmentEventKind.Called,
            Id = ticket.Id,
            Number = ticket.Number,
            Service = ticket.Service,
            Office = ticket.Office,
            Way = MeetingWay.InPerson,
            Start = BeijingTime.Of(now),
            End = plan.End,
            Sequence = ticket.Version,
            Contact = contact,
            Notify = contact is not null,
        };
        foreach (var listener in listeners)
            await listener.OnAsync(context, happened, cancellation);
        return true;
    }
}
