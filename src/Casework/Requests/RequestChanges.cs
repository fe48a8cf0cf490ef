using System.Text.Json;
using LegalService.Casework.Audit;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Requests;

/// <summary>
/// Makes a change of a request: the row is locked by raising its version, the table of states is asked, the step is written, triage and deadlines are
/// refreshed, the audit trail and all who listen are told; in one transaction. Thread safe.
/// </summary>
internal sealed class RequestChanges(
    CaseworkStore store, Sealer sealer, AuditTrail audit, RequestRefresh refresh, Triage.PartyFinder finder, IServiceDefinitions definitions,
    Lazy<IEnumerable<IRequestEvents>> listeners, IOptions<RequestOptions> options, TimeProvider time)
{
    /// <summary>Does <paramref name="change"/> to the request, in a transaction of its own.</summary>
    /// <returns>The version after it. Failures: <c>request.notFound</c>, <c>request.changed</c>, <c>request.state</c>, and those of the change.</returns>
    public Task<Result<int>> RunAsync(Guid id, int? expectedVersion, Change change, CancellationToken cancellation) =>
        store.WriteAsync((context, token) => ApplyAsync(context, id, expectedVersion, change, token), cancellation);

    /// <summary>The same within a transaction.</summary>
    public async Task<Result<int>> ApplyAsync(CaseworkContext context, Guid id, int? expectedVersion, Change change, CancellationToken cancellation)
    {
        // This locks the row in PostgreSQL: whoever comes second sees the version of the first.
        var locked = await context.Set<Request>().Where(row => row.Id == id && (expectedVersion == null || row.Version == expectedVersion))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellation);
        if (await context.Set<Request>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } request)
            return RequestFailures.NotFound;
        var steps = await context.Set<RequestStep>().AsNoTracking().Where(step => step.RequestId == id).OrderBy(step => step.Sequence).ToListAsync(cancellation);
        if (locked == 0)
            return RequestFailures.Changed(request, steps.Where(step => step.Sequence > expectedVersion), options.Value);
        if ((change.TakesBack is null ? RequestMachine.After(request.State, change.Event, change.To) : change.To) is not { } to)
            return RequestFailures.State(request, options.Value);
        if (TakingBack.Reversible.Contains(change.Event))
            change = change with { Detail = (change.Detail ?? new()) with { Before = StoodBefore.Of(request) } };
        if (change.Apply is { } apply && await apply(context, request, cancellation) is { } failure)
            return failure;
        var step = StepOf(request, change, to);
        Move(request, step);
        context.Add(step);
        audit.Record(context, change.By, $"request.{change.Event}", request.Subject, change.AuditDetail);
        await RefreshAsync(context, request, [.. steps, step], cancellation);
        await RaiseAsync(context, RaisedOf(request, step.Event, step.From, step.At) with { Detail = change.Detail, TakesBack = change.TakesBack }, cancellation);
        return request.Version;
    }

    /// <summary>The first step of a new request, which the context holds already.</summary>
    public async Task<IReadOnlyList<Deadlines.Deadline>> BeginAsync(CaseworkContext context, Request request, ServiceDefinition definition, Answers sent, CancellationToken cancellation)
    {
        request.Version = 1;
        var step = StepOf(request, new(CaseEvents.Received, Actor.Citizen), RequestState.Received) with { From = null };
        context.Add(step);
        audit.Record(context, Actor.Citizen, "request.received", request.Subject, request.Service);
        // Other features find the rows of this transaction by query.
        await context.SaveChangesAsync(cancellation);
        await TriageAsync(context, request, definition, sent, cancellation);
        var deadlines = await refresh.CountAsync(context, request, definition, sent, [step], cancellation);
        await RaiseAsync(context, RaisedOf(request, step.Event, step.From, step.At), cancellation);
        return deadlines;
    }

    /// <summary>Triage and deadlines again, as far as the service is still offered and the answers are there.</summary>
    public async Task RefreshAsync(CaseworkContext context, Request request, IReadOnlyList<RequestStep> steps, CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        if (definitions.Find(request.Service) is not { } definition || RequestPaper.Open(sealer, request) is not { } paper)
            return;
        var answers = Upgraded(definition, paper);
        if (!RequestMachine.IsClosed(request.State))
            await TriageAsync(context, request, definition, answers, cancellation);
        await refresh.CountAsync(context, request, definition, answers, steps, cancellation);
    }

    /// <summary>Tells all who listen.</summary>
    public async Task RaiseAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation)
    {
        foreach (var listener in listeners.Value)
            await listener.OnAsync(context, raised, cancellation);
    }

    /// <summary>What is told about a request, whatever happened.</summary>
    public RequestRaised RaisedOf(Request request, string @event, RequestState? from, DateTimeOffset at)
    {
        var paper = RequestPaper.Open(sealer, request);
        return new()
        {
            RequestId = request.Id,
            Number = request.Number,
            Service = request.Service,
            ServiceName = definitions.Find(request.Service)?.Name ?? request.Service,
            Event = @event,
            From = from,
            To = request.State,
            At = at,
            Version = request.Version,
            Channel = request.Channel,
            IsDiscreet = request.IsDiscreet,
            Contact = ContactOf(request, paper),
            Language = paper is null ? null : options.Value.LanguagesOf(paper.Answers.ToMap().Values).FirstOrDefault(),
        };
    }

    /// <summary>Where it is not safe to call, there is no phone.</summary>
    public RequestContact? ContactOf(Request request) => ContactOf(request, RequestPaper.Open(sealer, request));

    private RequestContact? ContactOf(Request request, RequestPaper? paper) => paper?.Contact is not { } contact
        ? null
        : RequestRefresh.FindingsOf(request).Any(finding => options.Value.UnsafePhoneRules.Contains(finding.Rule, StringComparer.Ordinal)) ? contact with { Phone = null } : contact;

    /// <summary>The answers as the service of today asks for them.</summary>
    public Answers Upgraded(ServiceDefinition definition, RequestPaper paper) => definition.Version == paper.DefinitionVersion
        ? paper.Answers
        : Interview.Upgrade(paper.Answers, definition, Calendar.BeijingTime.Today(time)).Answers;

    /// <summary>Puts answers into a request: sealed, with the hashes of its people.</summary>
    public async Task WritePaperAsync(CaseworkContext context, Request request, ServiceDefinition definition, Answers answers, CancellationToken cancellation)
    {
        var paper = RequestPaper.Of(definition, answers, Calendar.BeijingTime.Today(time));
        request.SealedPaper = paper.Seal(sealer, request);
        request.Matter = RequestPaper.TextOf(definition, paper.Answers, FieldRole.Matter);
        request.IsDiscreet = request.Matter is { } matter && options.Value.DiscreetMatters.Contains(matter, StringComparer.Ordinal);
        await context.Set<RequestParty>().Where(party => party.RequestId == request.Id).ExecuteDeleteAsync(cancellation);
        context.AddRange(finder.PartiesOf(request.Id, definition, paper.Answers));
    }

    private async Task TriageAsync(CaseworkContext context, Request request, ServiceDefinition definition, Answers sent, CancellationToken cancellation) =>
        await refresh.TriageAsync(context, request, definition, sent, finder.PartiesOf(request.Id, definition, sent), cancellation);

    private RequestStep StepOf(Request request, Change change, RequestState to) => new()
    {
        RequestId = request.Id,
        Sequence = request.Version,
        At = Instants.ToMicroseconds(time.GetUtcNow()),
        Actor = change.By.Name,
        Event = change.Event,
        From = request.State,
        To = to,
        SealedDetail = change.Detail is { } detail ? sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(detail), request.StepPlace(request.Version)) : null,
    };

    private static void Move(Request request, RequestStep step)
    {
        request.State = step.To;
        request.ClosedAt = RequestMachine.IsClosed(step.To) ? request.ClosedAt ?? step.At : null;
        if (step.From != step.To && RequestMachine.IsClosed(step.To))
            request.ClosedAt = step.At;
        request.IsSuspended = step.Event switch
        {
            CaseEvents.Suspended => true,
            CaseEvents.Resumed => false,
            _ => request.IsSuspended && !RequestMachine.IsClosed(step.To),
        };
        if (RequestMachine.IsClosed(step.To))
            request.ReferredFrom = null;
        request.IsStartedEarly |= step.Event == CaseEvents.StartedEarly;
    }
}

/// <summary>A change that is to be made.</summary>
/// <param name="Event">What happens.</param>
/// <param name="By">Who does it.</param>
internal sealed record Change(string Event, Actor By)
{
    /// <summary>Which of several results; null where the table has only one.</summary>
    public RequestState? To { get; init; }

    /// <summary>Its words; sealed.</summary>
    public StepDetail? Detail { get; init; }

    /// <summary>For the audit trail; holds no personal data.</summary>
    public string? AuditDetail { get; init; }

    /// <summary>The step that it takes back; null: none. <see cref="To"/> is then where that began.</summary>
    public int? TakesBack { get; init; }

    /// <summary>What else changes with it. May run again.</summary>
    public Func<CaseworkContext, Request, CancellationToken, Task<Failure?>>? Apply { get; init; }
}
