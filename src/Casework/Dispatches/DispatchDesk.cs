using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Dispatches;

/// <summary>
/// What a clerk does with orders: gives a request out, and answers for a volunteer who called. Failures: those of <see cref="RequestDesk"/>, <c>order.volunteer</c>,
/// <c>order.open</c>, <c>order.service</c>, <c>order.state</c>, <c>order.reason</c>. Thread safe.
/// </summary>
public sealed class DispatchDesk
{
    private readonly CaseworkStore _store;
    private readonly RecordReading _reading;
    private readonly Dispatching _dispatching;
    private readonly VolunteerChoice _choice;
    private readonly VolunteerCatalog _catalog;
    private readonly IServiceDefinitions _definitions;

    internal DispatchDesk(
        CaseworkStore store, RecordReading reading, Dispatching dispatching, VolunteerChoice choice, VolunteerCatalog catalog, IServiceDefinitions definitions) =>
        (_store, _reading, _dispatching, _choice, _catalog, _definitions) = (store, reading, dispatching, choice, catalog, definitions);

    /// <summary>Who could take it, the best first, with reasons; empty when there is no such request.</summary>
    public Task<IReadOnlyList<SuggestedVolunteer>> SuggestAsync(string number, CancellationToken cancellation) => _store.ReadAsync<IReadOnlyList<SuggestedVolunteer>>(
        async (context, token) => await context.Set<Request>().SingleOrDefaultAsync(request => request.Number == number, token) is { } request
            ? await _choice.RankAsync(context, request, token)
            : [],
        cancellation);

    /// <summary>Gives it out: the volunteer gets a message with a code, and the citizen is told.</summary>
    public async Task<Result<int>> OfferAsync(DeskAction action, string volunteer, CancellationToken cancellation) =>
        await _reading.IdOfAsync(action.Number, cancellation) is { } id
            ? await _store.WriteAsync((context, token) => _dispatching.OfferAsync(context, id, action.Version, volunteer, action.By, action.Note, token), cancellation)
            : RequestFailures.NotFound;

    /// <summary>The volunteer said on the phone that he or she takes the order that is open.</summary>
    public Task<Result<int>> TakenAsync(string number, Actor by, CancellationToken cancellation) =>
        RunAsync(number, (context, order, token) => _dispatching.TakeAsync(context, order, by, token), cancellation);

    /// <summary>The volunteer said on the phone that he or she does not; the next one is asked.</summary>
    public Task<Result<int>> DeclinedAsync(string number, string reason, Actor by, CancellationToken cancellation) =>
        RunAsync(number, (context, order, token) => _dispatching.DeclineAsync(context, order, reason, by, token), cancellation);

    /// <summary>The orders of a request, the first first.</summary>
    public Task<IReadOnlyList<OrderLine>> OfAsync(string number, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => Lines(await Joined(context).Where(row => row.Request.Number == number).OrderBy(row => row.Order.Round).ToListAsync(token)), cancellation);

    /// <summary>All that is open: given out or taken, the next to run out first.</summary>
    public Task<IReadOnlyList<OrderLine>> OpenAsync(CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => Lines(await Joined(context)
            .Where(row => row.Order.State == DispatchState.Offered || row.Order.State == DispatchState.Taken)
            .OrderBy(row => row.Order.State).ThenBy(row => row.Order.AnswerBy).Take(RequestList.MaxPage).ToListAsync(token)),
        cancellation);

    /// <summary>Requests that are granted and wait to be given out, or for which nobody was left to ask; the oldest first.</summary>
    public Task<IReadOnlyList<WaitingOrder>> WaitingAsync(CancellationToken cancellation) => _store.ReadAsync<IReadOnlyList<WaitingOrder>>(
        async (context, token) =>
        {
            var services = _catalog.Settings.Services;
            var rows = await context.Set<Request>()
                .Where(request => request.State == RequestState.Accepted && services.Contains(request.Service)
                    && !context.Set<Dispatch>().Any(order => order.RequestId == request.Id && order.State == DispatchState.Offered))
                .OrderBy(request => request.ReceivedAt).Take(RequestList.MaxPage)
                .Select(request => new { request.Number, request.Service, request.ReceivedAt, Asked = context.Set<Dispatch>().Count(order => order.RequestId == request.Id) })
                .ToListAsync(token);
            return [.. rows.Select(row => new WaitingOrder(row.Number, NameOf(row.Service), BeijingTime.Of(row.ReceivedAt), row.Asked))];
        },
        cancellation);

    /// <summary>Orders each volunteer has open and has carried out, by id.</summary>
    public Task<IReadOnlyDictionary<string, OrderCounts>> CountsAsync(CancellationToken cancellation) => _store.ReadAsync<IReadOnlyDictionary<string, OrderCounts>>(
        async (context, token) => (await context.Set<Dispatch>().GroupBy(order => new { order.Volunteer, order.State })
                .Select(group => new { group.Key.Volunteer, group.Key.State, Count = group.Count() }).ToListAsync(token))
            .GroupBy(row => row.Volunteer, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => new OrderCounts(
                    group.Where(row => row.State is DispatchState.Offered or DispatchState.Taken).Sum(row => row.Count),
                    group.Where(row => row.State == DispatchState.Done).Sum(row => row.Count),
                    group.Where(row => row.State is DispatchState.Declined or DispatchState.Expired).Sum(row => row.Count)),
                StringComparer.Ordinal),
        cancellation);

    private static IQueryable<Row> Joined(CaseworkContext context) =>
        from order in context.Set<Dispatch>()
        join request in context.Set<Request>() on order.RequestId equals request.Id
        select new Row { Order = order, Request = request };

    private IReadOnlyList<OrderLine> Lines(List<Row> rows) =>
    [
        .. rows.Select(row => new OrderLine(
            row.Request.Number, NameOf(row.Request.Service), row.Order.Volunteer, _catalog.Find(row.Order.Volunteer)?.Name ?? row.Order.Volunteer, row.Order.State,
            BeijingTime.Of(row.Order.OfferedAt), BeijingTime.Of(row.Order.AnswerBy), row.Order.Reason)),
    ];

    private string NameOf(string service) => _definitions.Find(service)?.Name ?? service;

    private async Task<Result<int>> RunAsync(string number, Func<CaseworkContext, Dispatch, CancellationToken, Task<Result<int>>> act, CancellationToken cancellation) =>
        await _reading.IdOfAsync(number, cancellation) is not { } id
            ? RequestFailures.NotFound
            : await _store.WriteAsync(
                async (context, token) => await context.Set<Dispatch>().SingleOrDefaultAsync(order => order.RequestId == id && order.State == DispatchState.Offered, token) is { } open
                    ? await act(context, open, token)
                    : OrderFailures.State,
                cancellation);

    private sealed class Row
    {
        public required Dispatch Order { get; init; }

        public required Request Request { get; init; }
    }
}
