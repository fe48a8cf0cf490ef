using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Appointments;

/// <summary>Says how many are before a number, and when its turn may come. Thread safe.</summary>
internal sealed class QueueForecast(PlaceCatalog places, IBookableServices services, SlotPlanner planner, SlotSearch search, TimeProvider time)
{
    public async Task<QueueTicket> ViewAsync(CaseworkContext context, Ticket ticket, CancellationToken cancellation)
    {
        if (ticket.State != TicketState.Waiting || ticket.Day != BeijingTime.Today(time))
            return new(ticket.Id, ticket.Number, ticket.State, 0, null);
        var ahead = await context.Set<Ticket>().CountAsync(
            other => other.Office == ticket.Office && other.Day == ticket.Day && other.Service == ticket.Service && other.State == TicketState.Waiting
                && other.Sequence < ticket.Sequence,
            cancellation);
        return new(ticket.Id, ticket.Number, ticket.State, ahead, await StartAsync(context, ticket, ahead, cancellation));
    }

    /// <summary>Goes through the rest of the day, one length of the service after another, and counts who is free.</summary>
    private async Task<DateTimeOffset?> StartAsync(CaseworkContext context, Ticket ticket, int ahead, CancellationToken cancellation)
    {
        if (places.Find(ticket.Office) is not { } office || services.Find(ticket.Service) is not { } service)
            return null;
        var plans = new List<SlotPlan>();
        var now = BeijingTime.Now(time);
        var closed = await ClosedTimes.ReadAsync(context, ticket.Day, cancellation);
        for (var moment = now; moment.Date == now.Date; moment = moment.AddMinutes(HoursReader.GridMinutes))
        {
            if (planner.PlanWalkIn(office, service, moment, closed) is { } plan)
                plans.Add(plan);
        }

        if (plans.Count == 0)
            return null;
        var taken = await search.TakenAsync(context, plans, cancellation);
        var (served, blockEnd) = (0, DateTimeOffset.MinValue);
        foreach (var plan in plans)
        {
            if (plan.Key.Start < blockEnd || SlotSearch.Free(plan, taken) is not (> 0 and var free))
                continue;
            served += free;
            if (served > ahead)
                return plan.Key.Start > now ? plan.Key.Start : now;
            blockEnd = plan.End;
        }

        return null;
    }
}
