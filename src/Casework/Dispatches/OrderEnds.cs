using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Dispatches;

/// <summary>
/// An order ends with its request, or when a clerk names somebody else: nobody takes on what is no longer there. One that a clerk took for a volunteer, and took
/// back, is open again.
/// </summary>
internal sealed class OrderEnds : IRequestEvents
{
    public async Task OnAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation)
    {
        var isOver = raised.From is not null && RequestMachine.IsClosed(raised.To);
        if (!isOver && raised.Event is not (CaseEvents.Assigned or RequestMachine.TakenBack))
            return;
        // What the step itself did to an order is not saved yet, and is in no open state.
        await context.SaveChangesAsync(cancellation);
        var open = context.Set<Dispatch>().Where(order => order.RequestId == raised.RequestId);
        if (raised.Event == RequestMachine.TakenBack)
        {
            if (raised is { From: RequestState.Assigned, To: RequestState.Accepted })
                await ReopenAsync(open, cancellation);
            return;
        }

        open = isOver
            ? open.Where(order => order.State == DispatchState.Offered || order.State == DispatchState.Taken)
            : open.Where(order => order.State == DispatchState.Offered);
        foreach (var order in await open.ToListAsync(cancellation))
            (order.State, order.ChangedAt) = (DispatchState.Cancelled, raised.At);
    }

    private static async Task ReopenAsync(IQueryable<Dispatch> orders, CancellationToken cancellation)
    {
        foreach (var order in await orders.Where(order => order.State == DispatchState.Taken).ToListAsync(cancellation))
            (order.State, order.ChangedAt) = (DispatchState.Offered, null);
    }
}
