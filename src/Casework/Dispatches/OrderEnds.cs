using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Dispatches;

/// <summary>
/// An order ends with its request, or when a clerk names somebody else: nobody takes on, or goes on reading, what is no longer his. One that a clerk took for a
/// volunteer, and took back, is open again.
/// </summary>
internal sealed class OrderEnds(VolunteerCatalog catalog) : IRequestEvents
{
    private static readonly DispatchState[] Open = [DispatchState.Offered, DispatchState.Taken];

    public async Task OnAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation)
    {
        var isOver = raised.From is not null && RequestMachine.IsClosed(raised.To);
        if (!isOver && raised.Event is not (CaseEvents.Assigned or RequestMachine.TakenBack))
            return;
        // What the step itself did to an order is not saved yet.
        await context.SaveChangesAsync(cancellation);
        var orders = await context.Set<Dispatch>().Where(order => order.RequestId == raised.RequestId && Open.Contains(order.State)).ToListAsync(cancellation);
        if (orders.Count == 0)
            return;
        var assignee = await context.Set<Request>().Where(request => request.Id == raised.RequestId).Select(request => request.Assignee).SingleAsync(cancellation);
        foreach (var order in orders)
        {
            if (raised.Event != RequestMachine.TakenBack)
                (order.State, order.ChangedAt) = isOver || !IsHis(order, assignee) ? (DispatchState.Cancelled, raised.At) : (order.State, order.ChangedAt);
            else if (order.State == DispatchState.Taken && !IsHis(order, assignee))
                (order.State, order.ChangedAt) = (DispatchState.Offered, null);
        }
    }

    private bool IsHis(Dispatch order, string? assignee) => order.State == DispatchState.Taken && catalog.Find(order.Volunteer)?.Name == assignee;
}
