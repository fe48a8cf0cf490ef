using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Deadlines;
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
            var query = context.Set<Request>().Where(request => request.ErasedAt == null);
            if (filter.States.Count > 0)
                query = query.Where(request => filter.States.Contains(request.State));
            if (filter.Service is { } service)
                query = query.Where(request => request.Service == service);
            if (filter.Office is { } office)
                query = query.Where(request => request.Office == office);
            if (filter.Assignee is { } assignee)
                query = query.Where(request => request.Assignee == assignee);
            if (filter.DueBefore is { } due)
                query = query.Where(request => request.NextDue < due);
            var total = await query.CountAsync(token);
            var rows = await query.OrderBy(request => request.Urgency).ThenBy(request => request.NextDue == null).ThenBy(request => request.NextDue)
                .ThenBy(request => request.ReceivedAt).ThenBy(request => request.Number)
                .Skip(Math.Max(0, filter.Skip)).Take(Math.Clamp(filter.Take, 1, MaxPage)).ToListAsync(token);
            return new QueuePage(total, await LinesAsync(context, rows, token));
        },
        cancellation);

    /// <summary>The requests of a person, by identity number or phone; the audit trail notes the search, not what was searched for.</summary>
    /// <param name="kind"><c>idNumber</c> or <c>phone</c>.</param>
    /// <param name="value">As on his card, or as he says it.</param>
    /// <param name="by">The clerk.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Task<IReadOnlyList<QueueLine>> FindByPersonAsync(string kind, string value, Actor by, CancellationToken cancellation)
    {
        var fingerprint = _finder.Fingerprint(kind, value);
        return _store.WriteAsync(
            async (context, token) =>
            {
                _audit.Record(context, by, "person.searched", "requests", kind is "idNumber" or "phone" ? kind : "other");
                var ids = context.Set<RequestParty>().Where(party => party.Fingerprint == fingerprint && party.Side != PartySide.Opponent).Select(party => party.RequestId);
                var rows = await context.Set<Request>().AsNoTracking().Where(request => ids.Contains(request.Id)).OrderByDescending(request => request.ReceivedAt).Take(MaxPage).ToListAsync(token);
                return await LinesAsync(context, rows, token);
            },
            cancellation);
    }

    /// <summary>How many requests are in each state, and how many deadlines of the centre are late.</summary>
    public Task<QueueCounts> CountAsync(CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) =>
        {
            var now = _time.GetUtcNow();
            var states = await context.Set<Request>().GroupBy(request => request.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(token);
            var late = await context.Set<Request>().CountAsync(request => request.NextDue < now, token);
            return new QueueCounts(states.ToDictionary(state => state.Key, state => state.Count), late);
        },
        cancellation);

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

/// <summary>Which requests are listed.</summary>
public sealed record QueueFilter
{
    /// <summary>Only these; empty: all.</summary>
    public IReadOnlyList<RequestState> States { get; init; } = [];

    /// <summary>Only of this service; null: all.</summary>
    public string? Service { get; init; }

    /// <summary>Only of this office; null: all.</summary>
    public string? Office { get; init; }

    /// <summary>Only those this one helps with; null: all.</summary>
    public string? Assignee { get; init; }

    /// <summary>Only those whose next deadline ends before; null: all.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Lines to leave out at the beginning.</summary>
    public int Skip { get; init; }

    /// <summary>Lines; at most <see cref="RequestList.MaxPage"/>.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>A page of the queue.</summary>
/// <param name="Total">Lines of all pages.</param>
/// <param name="Lines">This page.</param>
public sealed record QueuePage(int Total, IReadOnlyList<QueueLine> Lines);

/// <summary>How much there is.</summary>
/// <param name="States">Requests by state; a state without any is left out.</param>
/// <param name="Late">Requests for which the centre is late.</param>
public sealed record QueueCounts(IReadOnlyDictionary<RequestState, int> States, int Late);

/// <summary>A request in the queue.</summary>
public sealed record QueueLine
{
    /// <summary>As on the slip.</summary>
    public required string Number { get; init; }

    /// <summary>The id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Its name; the id when it is no longer offered.</summary>
    public required string ServiceName { get; init; }

    /// <summary>What it is about; null when the service does not ask.</summary>
    public string? MatterLabel { get; init; }

    /// <summary>The first character of the applicant's name and two stars; null when it is not known.</summary>
    public string? Person { get; init; }

    /// <summary>Where it stands.</summary>
    public required RequestState State { get; init; }

    /// <summary>To be named with the next act.</summary>
    public required int Version { get; init; }

    /// <summary>Where it was sent from.</summary>
    public required string Channel { get; init; }

    /// <summary>On Beijing's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>0 now, 1 today, 2 soon, 3 in its turn.</summary>
    public required int Urgency { get; init; }

    /// <summary>What triage found, with reasons.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Time limits that run or stand still, the next first.</summary>
    public required IReadOnlyList<DeadlineLine> Deadlines { get; init; }

    /// <summary>Who helps; null: nobody yet.</summary>
    public string? Assignee { get; init; }

    /// <summary>Something outside stops the work.</summary>
    public required bool IsSuspended { get; init; }
}
