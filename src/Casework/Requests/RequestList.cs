using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Numbers;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Requests;

/// <summary>The requests a clerk has before him, the most urgent first. No personal data are in it. Thread safe.</summary>
public sealed class RequestList
{
    /// <summary>The most lines of one page.</summary>
    public const int MaxPage = 200;

    /// <summary>So many requests that are over are counted; of more it is only known that there are more.</summary>
    public const int MostCounted = 2_000;

    private readonly CaseworkStore _store;
    private readonly AuditTrail _audit;
    private readonly PartyFinder _finder;
    private readonly Sealer _sealer;
    private readonly IServiceDefinitions _definitions;
    private readonly TimeProvider _time;

    internal RequestList(CaseworkStore store, AuditTrail audit, PartyFinder finder, Sealer sealer, IServiceDefinitions definitions, TimeProvider time) =>
        (_store, _audit, _finder, _sealer, _definitions, _time) = (store, audit, finder, sealer, definitions, time);

    /// <summary>Sorted by urgency, then by the next thing the centre must do, then by age.</summary>
    public Task<QueuePage> ListAsync(QueueFilter filter, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) =>
        {
            var query = Filtered(context.Set<Request>(), filter);
            var total = await (filter.IsClosedOnly ? Sorted(query, filter).Take(MostCounted + 1) : query).CountAsync(token);
            // The ids alone are found in an index; the rows, which are large, are read for one page only.
            var ids = await Sorted(query, filter).Select(request => request.Id)
                .Skip(Math.Max(0, filter.Skip)).Take(Math.Clamp(filter.Take, 1, MaxPage)).ToListAsync(token);
            var rows = await context.Set<Request>().Where(request => ids.Contains(request.Id)).ToDictionaryAsync(request => request.Id, token);
            return new QueuePage(total, await LinesAsync(context, ids.ConvertAll(id => rows[id]), token));
        },
        cancellation);

    /// <summary>The request with this number, whatever its state; empty when there is none. Nothing of it is shown that the queue does not show.</summary>
    public Task<IReadOnlyList<QueueLine>> FindByNumberAsync(string number, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => CaseNumber.Normalise(number) is { } normal
            ? await LinesAsync(context, await context.Set<Request>().Where(request => request.Number == normal).ToListAsync(token), token)
            : [],
        cancellation);

    /// <summary>The requests with these numbers, in the order of the queue's lines; those that do not exist are left out.</summary>
    public Task<IReadOnlyList<QueueLine>> FindAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => await LinesAsync(
            context, await context.Set<Request>().Where(request => numbers.Contains(request.Number)).OrderBy(request => request.ReceivedAt).ToListAsync(token), token),
        cancellation);

    /// <summary>The requests of a person, by name, identity number or phone; the audit trail notes the search, not what was searched for.</summary>
    /// <param name="kind"><c>idNumber</c>, <c>phone</c> or <c>name</c>.</param>
    /// <param name="value">As on his card, or as he says it.</param>
    /// <param name="by">The clerk.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Task<IReadOnlyList<QueueLine>> FindByPersonAsync(string kind, string value, Actor by, CancellationToken cancellation)
    {
        var fingerprint = _finder.Fingerprint(kind, value);
        return _store.WriteAsync(
            async (context, token) =>
            {
                _audit.Record(context, by, "person.searched", "requests", kind is "idNumber" or "phone" or "name" ? kind : "other");
                var ids = context.Set<RequestParty>().Where(party => party.Fingerprint == fingerprint && party.Side != PartySide.Opponent).Select(party => party.RequestId);
                var rows = await context.Set<Request>().AsNoTracking().Where(request => ids.Contains(request.Id)).OrderByDescending(request => request.ReceivedAt).Take(MaxPage).ToListAsync(token);
                return await LinesAsync(context, rows, token);
            },
            cancellation);
    }

    /// <summary>How many open requests are in each state, and for how many the centre is late.</summary>
    public Task<QueueCounts> CountAsync(CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) =>
        {
            var now = _time.GetUtcNow();
            var open = context.Set<Request>().Where(request => request.ClosedAt == null);
            var states = await open.GroupBy(request => request.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(token);
            var late = await open.CountAsync(request => request.NextDue < now, token);
            return new QueueCounts(states.ToDictionary(state => state.Key, state => state.Count), late);
        },
        cancellation);

    private static IQueryable<Request> Filtered(IQueryable<Request> query, QueueFilter filter)
    {
        query = filter.IsOpenOnly ? query.Where(request => request.ClosedAt == null) : query.Where(request => request.ErasedAt == null);
        if (filter.IsClosedOnly)
            query = query.Where(request => request.ClosedAt != null);
        if (filter.States.Count > 0)
            query = query.Where(request => filter.States.Contains(request.State));
        if (filter.Service is { } service)
            query = query.Where(request => request.Service == service);
        if (filter.Office is { } office)
            query = query.Where(request => request.Office == office);
        if (filter.Assignee is { } assignee)
            query = query.Where(request => request.Assignee == assignee);
        if (filter.Clerk is { } clerk)
            query = query.Where(request => request.Clerk == clerk);
        if (filter.IsUnattended)
            query = query.Where(request => request.Clerk == null);
        if (filter.DueBefore is { } due)
            query = query.Where(request => request.NextDue < due);
        return query;
    }

    /// <summary>What is over is not urgent any more: the last that ended, or came, stands first.</summary>
    private static IQueryable<Request> Sorted(IQueryable<Request> query, QueueFilter filter)
    {
        if (filter.IsClosedOnly)
            return query.OrderByDescending(request => request.ClosedAt);
        return filter.IsOpenOnly
            ? query.OrderBy(request => request.Urgency).ThenBy(request => request.NextDue == null).ThenBy(request => request.NextDue)
                .ThenBy(request => request.ReceivedAt).ThenBy(request => request.Number)
            : query.OrderByDescending(request => request.ReceivedAt).ThenBy(request => request.Number);
    }

    private async Task<IReadOnlyList<QueueLine>> LinesAsync(CaseworkContext context, List<Request> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var deadlines = (await context.Set<RequestDeadline>().AsNoTracking().Where(row => ids.Contains(row.RequestId) && row.EndedAt == null && !row.IsDropped).ToListAsync(cancellation))
            .ToLookup(row => row.RequestId);
        var now = _time.GetUtcNow();
        return [.. rows.Select(row => new QueueLine
        {
            Number = row.Number,
            Service = row.Service,
            ServiceName = _definitions.Find(row.Service)?.Name ?? row.Service,
            MatterLabel = LabelOf(row),
            Person = row.SealedPaper is null ? null : MaskedName(row),
            State = row.State,
            Version = row.Version,
            Channel = row.Channel,
            ReceivedAt = BeijingTime.Of(row.ReceivedAt),
            Urgency = row.Urgency,
            Findings = RequestRefresh.FindingsOf(row),
            Deadlines = [.. deadlines[row.Id].OrderBy(deadline => deadline.Due).Select(deadline => DeadlineLine.Of(deadline.ToDeadline(), now))],
            Assignee = row.Assignee,
            Clerk = row.Clerk,
            Office = row.Office,
            ReferredFrom = row.ReferredFrom,
            IsSuspended = row.IsSuspended,
        })];
    }

    private string? LabelOf(Request row) => row.Matter is { } matter
        ? _definitions.Find(row.Service)?.FieldOf(FieldRole.Matter)?.Options.FirstOrDefault(option => option.Value == matter)?.Label ?? matter
        : null;

    private string? MaskedName(Request row) => RequestPaper.Open(_sealer, row)?.Contact.Name is { Length: > 0 } name
        ? string.Concat(name.EnumerateRunes().First().ToString(), "**")
        : null;
}
