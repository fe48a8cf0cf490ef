using System.Text.Json;
using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Documents;
using LegalService.Casework.Letters;
using LegalService.Casework.Retention;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Requests;

/// <summary>Reads a request for those who were let in. Thread safe.</summary>
internal sealed class RequestReading(
    CaseworkStore store, Sealer sealer, AuditTrail audit, AttachmentService attachments, IServiceDefinitions definitions, RetentionRules retention,
    IEnumerable<IRequestAppointments> appointments, IOptions<RequestOptions> options, TimeProvider time)
{
    public Task<Result<RequestStatus>> StatusAsync(Guid id, CancellationToken cancellation) => store.ReadAsync<Result<RequestStatus>>(
        async (context, token) =>
        {
            if (await LoadAsync(context, id, token) is not { } loaded)
                return RequestFailures.NotFound;
            var (request, steps, deadlines) = loaded;
            var told = TakingBack.Standing([.. steps.Select(step => step.Row)]).Select(step => step.Sequence).ToHashSet();
            steps = [.. steps.Where(step => told.Contains(step.Row.Sequence))];
            var last = steps.LastOrDefault(step => step.Row.Event == CaseEvents.Refused);
            return new RequestStatus
            {
                Number = request.Number,
                Service = request.Service,
                ServiceName = definitions.Find(request.Service)?.Name ?? request.Service,
                State = request.State,
                StateText = options.Value.StateWords[request.State.ToString()],
                IsSuspended = request.IsSuspended,
                Assignee = request.Assignee,
                History = [.. steps.Where(step => options.Value.Words.ContainsKey(step.Row.Event)).Select(HistoryOf)],
                Deadlines = [.. deadlines.Select(deadline => DeadlineLine.Of(deadline, time.GetUtcNow()))],
                Asked = request.State == RequestState.Incomplete ? steps.Last(step => step.Row.Event == CaseEvents.Incomplete).Detail?.Items ?? [] : [],
                Reasons = request.State is RequestState.Refused or RequestState.RefusalUpheld or RequestState.Objected ? last?.Detail?.Reasons ?? [] : [],
                HowToObject = request.State == RequestState.Refused ? options.Value.HowToObject : null,
                Appointments = await AppointmentsAsync(context, request.Number, token),
                Attachments = await attachments.ListAsync(context, request.Id, token),
                Document = await DocumentReading.DraftedAsync(context, request.Id, token),
                Letters = await LetterReading.ListAsync(context, request.Id, revoked: false, token),
                Can = CanDo(request, deadlines),
            };
        },
        cancellation);

    public Task<Result<MyData>> MyDataAsync(Guid id, CancellationToken cancellation) => store.WriteAsync<Result<MyData>>(
        async (context, token) =>
        {
            var request = await context.Set<Request>().AsNoTracking().SingleAsync(row => row.Id == id, token);
            if (RequestPaper.Open(sealer, request) is not { } paper)
                return RequestFailures.NotFound;
            audit.Record(context, Actor.Citizen, "record.viewed", request.Subject);
            return new MyData(paper.Review, paper.Answers.ToMap(), await attachments.ListAsync(context, id, token), retention.KeptUntil(request));
        },
        cancellation);

    /// <summary>A request, its steps with their words, its deadlines; null when there is none.</summary>
    public async Task<Loaded?> LoadAsync(CaseworkContext context, Guid id, CancellationToken cancellation)
    {
        if (await context.Set<Request>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } request)
            return null;
        var steps = await context.Set<RequestStep>().AsNoTracking().Where(step => step.RequestId == id).OrderBy(step => step.Sequence).ToListAsync(cancellation);
        var deadlines = await context.Set<RequestDeadline>().AsNoTracking().Where(row => row.RequestId == id).OrderBy(row => row.StartedAt).ThenBy(row => row.Rule).ToListAsync(cancellation);
        return new(request, [.. steps.Select(step => new Step(step, DetailOf(request, step)))], [.. deadlines.Select(row => row.ToDeadline())]);
    }

    public async Task<IReadOnlyList<RequestAppointment>> AppointmentsAsync(CaseworkContext context, string number, CancellationToken cancellation)
    {
        var found = new List<RequestAppointment>();
        foreach (var source in appointments)
            found.AddRange(await source.OfAsync(context, number, cancellation));
        return [.. found.OrderBy(appointment => appointment.Start)];
    }

    private StepDetail? DetailOf(Request request, RequestStep step) =>
        step.SealedDetail is { } box ? JsonSerializer.Deserialize<StepDetail>(sealer.OpenBytes(box, request.StepPlace(step.Sequence))) : null;

    private HistoryLine HistoryOf(Step step) =>
        new(BeijingTime.Of(step.Row.At), step.Row.Event, options.Value.Words[step.Row.Event], step.Detail?.Message);

    private IReadOnlyList<string> CanDo(Request request, IReadOnlyList<Deadline> deadlines)
    {
        (string Name, bool Can)[] all =
        [
            ("supplement", RequestMachine.Allows(request.State, CaseEvents.Supplemented) || RequestMachine.Allows(request.State, RequestMachine.PaperAdded)),
            ("withdraw", RequestMachine.Allows(request.State, CaseEvents.Withdrawn)),
            ("object", RequestMachine.Allows(request.State, CaseEvents.Objected)),
            ("correct", RequestMachine.Allows(request.State, RequestMachine.Corrected)),
            ("erase", retention.MayEraseNow(request, deadlines)),
        ];
        return [.. all.Where(item => item.Can).Select(item => item.Name)];
    }

    /// <param name="Request">Not tracked.</param>
    /// <param name="Steps">In order.</param>
    /// <param name="Deadlines">By their start.</param>
    internal sealed record Loaded(Request Request, IReadOnlyList<Step> Steps, IReadOnlyList<Deadline> Deadlines);

    internal sealed record Step(RequestStep Row, StepDetail? Detail);
}

/// <summary>Knows the appointments of requests.</summary>
internal interface IRequestAppointments
{
    Task<IReadOnlyList<RequestAppointment>> OfAsync(CaseworkContext context, string requestNumber, CancellationToken cancellation);
}
