using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Dispatches;

/// <summary>
/// What a volunteer does with the order that the number and the code of the message open. What tells who the citizen is shows only after it was taken. Failures:
/// <c>order.notFound</c> for a wrong number and a wrong code alike, <c>lookup.locked</c>, <c>order.state</c>, <c>order.reason</c>, <c>text.required</c>. Thread safe.
/// </summary>
public sealed class VolunteerOrders
{
    private readonly CaseworkStore _store;
    private readonly CitizenAccess _access;
    private readonly Dispatching _dispatching;
    private readonly VolunteerCatalog _catalog;
    private readonly IServiceDefinitions _definitions;
    private readonly Sealer _sealer;
    private readonly AuditTrail _audit;

    internal VolunteerOrders(
        CaseworkStore store, CitizenAccess access, Dispatching dispatching, VolunteerCatalog catalog, IServiceDefinitions definitions, Sealer sealer, AuditTrail audit) =>
        (_store, _access, _dispatching, _catalog, _definitions, _sealer, _audit) = (store, access, dispatching, catalog, definitions, sealer, audit);

    /// <summary>The order; the audit trail notes that its volunteer read it.</summary>
    public async Task<Result<Order>> OpenAsync(string number, string code, CancellationToken cancellation)
    {
        var entered = await EnterAsync(number, code, cancellation);
        return entered.Succeeded ? await _store.WriteAsync((context, token) => ReadAsync(context, entered.Value, token), cancellation) : entered.Failure;
    }

    /// <summary>Takes it.</summary>
    public Task<Result<Order>> TakeAsync(string number, string code, CancellationToken cancellation) => RunAsync(
        number, code, async (context, order, token) => _dispatching.IsOver(order) ? OrderFailures.State : await _dispatching.TakeAsync(context, order, ActorOf(order), token), cancellation);

    /// <summary>Declines it, for one of the reasons.</summary>
    public Task<Result<Order>> DeclineAsync(string number, string code, string reason, CancellationToken cancellation) => RunAsync(
        number, code, (context, order, token) => _dispatching.DeclineAsync(context, order, reason, ActorOf(order), token), cancellation);

    /// <summary>It was carried out; the record says what was done, what was advised, and where to go next. The citizen reads it.</summary>
    public Task<Result<Order>> FinishAsync(string number, string code, string record, CancellationToken cancellation) => RunAsync(
        number, code,
        async (context, order, token) => string.IsNullOrWhiteSpace(record) || record.Length > RequestDesk.MaxText
            ? RequestFailures.Text
            : await _dispatching.FinishAsync(context, order, record.Trim(), ActorOf(order), token),
        cancellation);

    private static Actor ActorOf(Dispatch order) => Actor.Volunteer(order.Volunteer);

    private Task<Result<Guid>> EnterAsync(string number, string code, CancellationToken cancellation) => _access.EnterAsync(
        number, code, OrderFailures.NotFound,
        (wanted, token) => _store.ReadAsync(
            (context, stop) => (from order in context.Set<Dispatch>()
                                join request in context.Set<Request>() on order.RequestId equals request.Id
                                where request.Number == wanted && request.ErasedAt == null
                                orderby order.Round descending
                                select new Door(order.Id, order.CodeFingerprint)).FirstOrDefaultAsync(stop),
            token),
        cancellation);

    private async Task<Result<Order>> RunAsync(
        string number, string code, Func<CaseworkContext, Dispatch, CancellationToken, Task<Result<int>>> act, CancellationToken cancellation)
    {
        var entered = await EnterAsync(number, code, cancellation);
        if (!entered.Succeeded)
            return entered.Failure;
        return await _store.WriteAsync<Result<Order>>(
            async (context, token) =>
            {
                var acted = await act(context, await context.Set<Dispatch>().SingleAsync(order => order.Id == entered.Value, token), token);
                return acted.Succeeded ? await ReadAsync(context, entered.Value, token) : acted.Failure;
            },
            cancellation);
    }

    private async Task<Result<Order>> ReadAsync(CaseworkContext context, Guid id, CancellationToken cancellation)
    {
        var order = await context.Set<Dispatch>().SingleAsync(row => row.Id == id, cancellation);
        var request = await context.Set<Request>().SingleAsync(row => row.Id == order.RequestId, cancellation);
        var lines = RequestPaper.Open(_sealer, request)?.Review ?? [];
        _audit.Record(context, ActorOf(order), "record.viewed", request.Subject);
        return new Order(
            request.Number, _definitions.Find(request.Service)?.Name ?? request.Service, order.State, BeijingTime.Of(order.AnswerBy),
            order.State == DispatchState.Taken ? lines : order.State == DispatchState.Offered ? [.. lines.Select(line => line with { Display = line.Masked })] : [],
            _catalog.Settings.Reasons);
    }
}
