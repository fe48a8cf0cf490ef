using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Numbers;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using LegalService.Interviews.Walking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Requests;

/// <summary>Reads a request for a clerk, and writes down that he did. Thread safe.</summary>
internal sealed class RecordReading(
    CaseworkStore store, Sealer sealer, AuditTrail audit, RequestReading reading, AttachmentService attachments, IServiceDefinitions definitions,
    TakingBack takingBack, IOptions<RequestOptions> options, TimeProvider time)
{
    /// <summary>Null when there is no such request.</summary>
    public async Task<Guid?> IdOfAsync(string number, CancellationToken cancellation)
    {
        if (CaseNumber.Normalise(number) is not { } normal)
            return null;
        return await store.ReadAsync(
            (context, token) => context.Set<Request>().Where(request => request.Number == normal).Select(request => (Guid?)request.Id).SingleOrDefaultAsync(token), cancellation);
    }

    /// <summary>The record; it is shown only if the viewing is on disk.</summary>
    public async Task<Result<RequestRecord>> ReadAsync(string number, Actor by, CancellationToken cancellation)
    {
        if (await IdOfAsync(number, cancellation) is not { } id)
            return RequestFailures.NotFound;
        return await store.WriteAsync<Result<RequestRecord>>(
            async (context, token) =>
            {
                if (await reading.LoadAsync(context, id, token) is not { } loaded)
                    return RequestFailures.NotFound;
                var (request, steps, deadlines) = loaded;
                audit.Record(context, by, "record.viewed", request.Subject);
                var paper = RequestPaper.Open(sealer, request);
                var now = time.GetUtcNow();
                return new RequestRecord
                {
                    Number = request.Number,
                    Service = request.Service,
                    ServiceName = definitions.Find(request.Service)?.Name ?? request.Service,
                    DefinitionVersion = paper?.DefinitionVersion,
                    State = request.State,
                    Version = request.Version,
                    Channel = request.Channel,
                    Office = request.Office,
                    ReferredFrom = request.ReferredFrom,
                    ReceivedAt = BeijingTime.Of(request.ReceivedAt),
                    Assignee = request.Assignee,
                    Clerk = request.Clerk,
                    Urgency = request.Urgency,
                    IsStartedEarly = request.IsStartedEarly,
                    IsSuspended = request.IsSuspended,
                    IsDiscreet = request.IsDiscreet,
                    Review = paper?.Review ?? [],
                    Answers = paper?.Answers.ToMap(),
                    Findings = RequestRefresh.FindingsOf(request),
                    Deadlines = [.. deadlines.Select(deadline => DeadlineLine.Of(deadline, now))],
                    Steps = [.. steps.Select(step => new RecordStep(
                        step.Row.Sequence, BeijingTime.Of(step.Row.At), step.Row.Actor, step.Row.Event, step.Row.From, step.Row.To,
                        options.Value.Words.TryGetValue(step.Row.Event, out var words) ? words : null, step.Detail))],
                    Attachments = await attachments.ListAsync(context, id, token),
                    Appointments = await reading.AppointmentsAsync(context, request.Number, token),
                    TakeBackUntil = takingBack.Until([.. steps.Select(step => step.Row)], by) is { } until ? BeijingTime.Of(until) : null,
                    Can = [.. RequestMachine.Table.Where(row => row.From == request.State).Select(row => row.Event).Distinct(StringComparer.Ordinal)],
                };
            },
            cancellation);
    }
}

/// <summary>A request as a clerk sees it.</summary>
public sealed record RequestRecord
{
    /// <summary>As on the slip.</summary>
    public required string Number { get; init; }

    /// <summary>The id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Its name; the id when it is no longer offered.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The version of the service's file it was made with; null when personal data were removed.</summary>
    public int? DefinitionVersion { get; init; }

    /// <summary>Where it stands.</summary>
    public required RequestState State { get; init; }

    /// <summary>To be named with the next act.</summary>
    public required int Version { get; init; }

    /// <summary>Where it was sent from.</summary>
    public required string Channel { get; init; }

    /// <summary>Id of the office that deals with it; null: none.</summary>
    public string? Office { get; init; }

    /// <summary>Id of the office that handed it on and waits until it is taken over; null: none does.</summary>
    public string? ReferredFrom { get; init; }

    /// <summary>On Beijing's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who helps; null: nobody yet.</summary>
    public string? Assignee { get; init; }

    /// <summary>User name of the clerk who looks after it; null: nobody in particular.</summary>
    public string? Clerk { get; init; }

    /// <summary>0 now, 1 today, 2 soon, 3 in its turn.</summary>
    public required int Urgency { get; init; }

    /// <summary>Help began before the papers were complete.</summary>
    public required bool IsStartedEarly { get; init; }

    /// <summary>Something outside stops the work.</summary>
    public required bool IsSuspended { get; init; }

    /// <summary>Messages must not tell what it is about.</summary>
    public required bool IsDiscreet { get; init; }

    /// <summary>The answers line by line, as the citizen agreed to them; empty when personal data were removed.</summary>
    public required IReadOnlyList<ReviewLine> Review { get; init; }

    /// <summary>The same as data; null when personal data were removed.</summary>
    public IReadOnlyDictionary<string, System.Text.Json.JsonElement>? Answers { get; init; }

    /// <summary>What triage found.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>All time limits.</summary>
    public required IReadOnlyList<DeadlineLine> Deadlines { get; init; }

    /// <summary>All that happened.</summary>
    public required IReadOnlyList<RecordStep> Steps { get; init; }

    /// <summary>Files that were sent.</summary>
    public required IReadOnlyList<AttachmentLine> Attachments { get; init; }

    /// <summary>Appointments that belong to it.</summary>
    public required IReadOnlyList<RequestAppointment> Appointments { get; init; }

    /// <summary>Until when who asked may take his last step back; null: he may not. On Beijing's clock.</summary>
    public DateTimeOffset? TakeBackUntil { get; init; }

    /// <summary>Events that can happen from here.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>Something that happened.</summary>
/// <param name="Sequence">From 1.</param>
/// <param name="At">On Beijing's clock.</param>
/// <param name="By">"citizen", "system", or "staff/USER".</param>
/// <param name="Event">What.</param>
/// <param name="From">The state before; null for the first.</param>
/// <param name="To">The state after.</param>
/// <param name="Text">The event in words; null when the citizen is not told of it.</param>
/// <param name="Detail">Its words; null: none, or removed.</param>
public sealed record RecordStep(int Sequence, DateTimeOffset At, string By, string Event, RequestState? From, RequestState To, string? Text, StepDetail? Detail);
