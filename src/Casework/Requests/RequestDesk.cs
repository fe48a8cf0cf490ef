using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Documents;
using LegalService.Casework.Places;
using LegalService.Casework.Staff;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Requests;

/// <summary>
/// What a clerk does with a request. Each change names the version the clerk saw: if somebody was faster it fails with <c>request.changed</c>, whose Details
/// hold <c>state</c>, <c>version</c> and <c>changes</c> (<see cref="RequestChange"/>). Others: <c>request.notFound</c>, <c>request.state</c> (not from this
/// state), <c>text.required</c>. What succeeds gives the new version. Thread safe.
/// </summary>
public sealed class RequestDesk
{
    internal const int MaxText = 4000;
    private const int MaxAssignee = 60;

    private readonly CaseworkStore _store;
    private readonly AuditTrail _audit;
    private readonly RequestChanges _changes;
    private readonly TakingBack _takingBack;
    private readonly RecordReading _reading;
    private readonly AttachmentService _attachments;
    private readonly IServiceDefinitions _definitions;
    private readonly PlaceCatalog _places;
    private readonly TimeProvider _time;

    internal RequestDesk(
        CaseworkStore store, AuditTrail audit, RequestChanges changes, TakingBack takingBack, RecordReading reading, AttachmentService attachments, IServiceDefinitions definitions,
        PlaceCatalog places, TimeProvider time) =>
        (_store, _audit, _changes, _takingBack, _reading, _attachments, _definitions, _places, _time) =
            (store, audit, changes, takingBack, reading, attachments, definitions, places, time);

    /// <summary>The whole record, answers included; the audit trail notes who looked (<c>record.viewed</c>).</summary>
    public Task<Result<RequestRecord>> GetAsync(string number, Actor by, CancellationToken cancellation) => _reading.ReadAsync(number, by, cancellation);

    /// <summary>A clerk uncovers what is masked on his screen; noted in the audit trail (<c>record.uncovered</c>) before he sees it. Failure: <c>request.notFound</c>.</summary>
    public Task<Result<bool>> UncoverAsync(string number, Actor by, CancellationToken cancellation) => _store.WriteAsync<Result<bool>>(
        async (context, token) =>
        {
            if (!await context.Set<Request>().AnyAsync(request => request.Number == number, token))
                return RequestFailures.NotFound;
            _audit.Record(context, by, "record.uncovered", $"request/{number}");
            return true;
        },
        cancellation);

    /// <summary>Asks once for everything that is missing (法律援助法第四十三条). A second time there is none.</summary>
    public Task<Result<int>> AskAsync(DeskAction action, IReadOnlyList<AskedItem> items, CancellationToken cancellation) =>
        RunAsync(action, CaseEvents.Incomplete, items.Count > 0 && items.All(item => IsText(item.Text)), cancellation, detail => detail with { Items = items });

    /// <summary>Grants it, or takes it on.</summary>
    public Task<Result<int>> AcceptAsync(DeskAction action, CancellationToken cancellation) =>
        RunAsync(action, CaseEvents.Accepted, isComplete: true, cancellation);

    /// <summary>Refuses it in writing; each reason with its articles. How to object is said with it (法律援助法第四十九条).</summary>
    public Task<Result<int>> RefuseAsync(DeskAction action, IReadOnlyList<RefusalReason> reasons, CancellationToken cancellation) =>
        RunAsync(
            action, CaseEvents.Refused, reasons.Count > 0 && reasons.All(reason => IsText(reason.Text) && reason.Basis.Count > 0), cancellation,
            detail => detail with { Reasons = reasons });

    /// <summary>Names who helps, or another one.</summary>
    /// <param name="action">Whose, and by whom.</param>
    /// <param name="assignee">As the citizen is told; at most 60 characters.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<int>> AssignAsync(DeskAction action, string assignee, CancellationToken cancellation) =>
        RunAsync(action, CaseEvents.Assigned, IsAssignee(assignee), cancellation, apply: Assign(assignee));

    /// <summary>
    /// Gives it to a colleague, or to another office of the county; the citizen is not told. Failure besides: <c>handed.unknown</c> (no such account or office).
    /// </summary>
    /// <param name="action">Whose, and by whom.</param>
    /// <param name="clerk">User name; null: nobody in particular.</param>
    /// <param name="office">Id of the office; null: the one it has.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<int>> HandAsync(DeskAction action, string? clerk, string? office, CancellationToken cancellation) => RunAsync(
        action, RequestMachine.Handed, isComplete: true, cancellation, auditDetail: $"{clerk ?? "-"} {office}".TrimEnd().Truncate(100), apply: async (context, request, token) =>
        {
            if (office is not null && _places.Find(office) is null)
                return UnknownReceiver;
            if (clerk is not null && !await context.Set<StaffMember>().AnyAsync(member => member.UserName == clerk && member.DisabledAt == null, token))
                return UnknownReceiver;
            (request.Clerk, request.Office) = (clerk, office ?? request.Office);
            return null;
        });

    /// <summary>Helps first, papers later (法律援助法第四十四条).</summary>
    /// <param name="action">Whose, and by whom; the message says on which ground.</param>
    /// <param name="assignee">Who helps; null: not yet named.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<int>> StartEarlyAsync(DeskAction action, string? assignee, CancellationToken cancellation) =>
        RunAsync(
            action, CaseEvents.StartedEarly, IsText(action.Message) && (assignee is null || IsAssignee(assignee)), cancellation,
            apply: assignee is null ? null : Assign(assignee));

    /// <summary>It is over; the message says with what outcome. Failures: <c>outcome.unknown</c>, <c>document.open</c> (a document came with it that no clerk has drafted).</summary>
    /// <param name="action">Whose, and by whom.</param>
    /// <param name="outcome">One of the service's outcomes (<see cref="FiguresRule.Outcomes"/>), for the figures; null where it has none.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<int>> DoneAsync(DeskAction action, string? outcome, CancellationToken cancellation) => RunAsync(
        action, CaseEvents.Done, IsText(action.Message), cancellation, auditDetail: outcome?.Truncate(40), apply: async (context, request, token) =>
        {
            if (await DocumentReading.IsOpenAsync(context, request.Id, token))
                return DocumentFailures.StillOpen;
            var known = _definitions.Find(request.Service)?.Figures?.Outcomes ?? [];
            request.Outcome = outcome;
            return (outcome is null && known.Count == 0) || known.Any(each => each.Id == outcome) ? null : new Failure("outcome.unknown", "请选一个办理结果。");
        });

    /// <inheritdoc cref="DoneAsync(DeskAction, string, CancellationToken)"/>
    public Task<Result<int>> DoneAsync(DeskAction action, CancellationToken cancellation) => DoneAsync(action, null, cancellation);

    /// <summary>Passes it on to the office that is responsible; the message says to which and why.</summary>
    public Task<Result<int>> TransferAsync(DeskAction action, CancellationToken cancellation) =>
        RunAsync(action, CaseEvents.Transferred, IsText(action.Message), cancellation);

    /// <summary>Something outside stops the work; the message says what.</summary>
    public Task<Result<int>> SuspendAsync(DeskAction action, CancellationToken cancellation) =>
        RunAsync(action, CaseEvents.Suspended, IsText(action.Message), cancellation, apply: IfSuspended(false));

    /// <summary>The work goes on.</summary>
    public Task<Result<int>> ResumeAsync(DeskAction action, CancellationToken cancellation) =>
        RunAsync(action, CaseEvents.Resumed, isComplete: true, cancellation, apply: IfSuspended(true));

    /// <summary>Decides an objection; the message says why (法律援助法第四十九条).</summary>
    /// <param name="action">Whose, and by whom.</param>
    /// <param name="upheld">True: the refusal stands; false: the request is granted.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<int>> DecideObjectionAsync(DeskAction action, bool upheld, CancellationToken cancellation) =>
        RunAsync(action, CaseEvents.ObjectionDecided, IsText(action.Message), cancellation, to: upheld ? RequestState.RefusalUpheld : RequestState.Accepted);

    /// <summary>
    /// Takes the clerk's own last step back, as long as the citizen was not told of it (<see cref="RequestRecord.TakeBackUntil"/>); the version is that of the
    /// step. A time that a transfer gave free stays free. Failure besides: <c>request.told</c>.
    /// </summary>
    public async Task<Result<int>> TakeBackAsync(DeskAction action, CancellationToken cancellation) =>
        await _reading.IdOfAsync(action.Number, cancellation) is { } id ? await _takingBack.RunAsync(id, action, cancellation) : RequestFailures.NotFound;

    /// <summary>Writes a remark down; only clerks see it.</summary>
    public Task<Result<int>> NoteAsync(DeskAction action, CancellationToken cancellation) =>
        RunAsync(action, RequestMachine.Noted, IsText(action.Note), cancellation);

    /// <summary>The citizen withdrew, supplemented or objected at the counter or by phone; the message holds what he said.</summary>
    /// <param name="action">Whose, and by whom.</param>
    /// <param name="event"><see cref="CaseEvents.Withdrawn"/>, <see cref="CaseEvents.Supplemented"/> or <see cref="CaseEvents.Objected"/>.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<int>> ForCitizenAsync(DeskAction action, string @event, CancellationToken cancellation) =>
        RunAsync(action, @event, @event is CaseEvents.Withdrawn or CaseEvents.Supplemented or CaseEvents.Objected && IsText(action.Message), cancellation);

    /// <summary>A paper was shown at the counter: its own deadline is over. Failure: <c>material.unknown</c>.</summary>
    public Task<Result<int>> PaperSeenAsync(DeskAction action, string material, CancellationToken cancellation) => RunAsync(
        action, RequestMachine.PaperAdded, isComplete: true, cancellation, auditDetail: material.Truncate(60), apply: async (context, request, token) =>
        {
            if (_definitions.Find(request.Service)?.Guide.Materials.Any(known => known.Id == material) != true)
                return new Failure("material.unknown", "这项服务没有这种材料。");
            if (!await context.Set<SeenPaper>().AnyAsync(paper => paper.RequestId == request.Id && paper.Material == material, token))
                context.Add(new SeenPaper { RequestId = request.Id, Material = material, At = _time.GetUtcNow() });
            return null;
        });

    /// <summary>A file of the request; the audit trail notes who opened it. Failure: <c>attachment.notFound</c>.</summary>
    public async Task<Result<OpenedAttachment>> OpenAttachmentAsync(string number, string attachmentId, Actor by, CancellationToken cancellation)
    {
        if (await _reading.IdOfAsync(number, cancellation) is not { } id || await _attachments.OpenAsync(id, attachmentId, cancellation) is not { } opened)
            return RequestFailures.NoFile;
        await _store.WriteAsync(
            (context, _) =>
            {
                _audit.Record(context, by, "attachment.opened", $"request/{number}", attachmentId);
                return Task.FromResult(0);
            },
            cancellation);
        return opened;
    }

    private async Task<Result<int>> RunAsync(
        DeskAction action, string @event, bool isComplete, CancellationToken cancellation, Func<StepDetail, StepDetail>? words = null,
        Func<CaseworkContext, Request, CancellationToken, Task<Failure?>>? apply = null, RequestState? to = null, string? auditDetail = null)
    {
        if (!isComplete || action.Note is { Length: > MaxText } || action.Message is { Length: > MaxText })
            return RequestFailures.Text;
        if (await _reading.IdOfAsync(action.Number, cancellation) is not { } id)
            return RequestFailures.NotFound;
        var detail = new StepDetail { Note = action.Note, Message = action.Message };
        var change = new Change(@event, action.By) { To = to, Detail = words?.Invoke(detail) ?? detail, AuditDetail = auditDetail, Apply = apply };
        return await _changes.RunAsync(id, action.Version, change, cancellation);
    }

    private static Failure UnknownReceiver { get; } = new("handed.unknown", "没有这个人或单位，或者账号已停用。请重新选。");

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MaxText;

    private static bool IsAssignee(string assignee) => !string.IsNullOrWhiteSpace(assignee) && assignee.Length <= MaxAssignee;

    private static Func<CaseworkContext, Request, CancellationToken, Task<Failure?>> Assign(string assignee) => (_, request, _) =>
    {
        request.Assignee = assignee.Trim();
        return Task.FromResult<Failure?>(null);
    };

    private static Func<CaseworkContext, Request, CancellationToken, Task<Failure?>> IfSuspended(bool expected) => (_, request, _) =>
        Task.FromResult(request.IsSuspended == expected ? null : new Failure("request.state", expected ? "这件申请没有暂停，不用恢复。" : "这件申请已经暂停了。"));
}

/// <summary>What every act of a clerk says.</summary>
/// <param name="Number">The request.</param>
/// <param name="Version">The version the clerk saw.</param>
/// <param name="By">The clerk.</param>
/// <param name="Message">For the citizen too; null: none.</param>
/// <param name="Note">For the clerks only; null: none.</param>
public sealed record DeskAction(string Number, int Version, Actor By, string? Message = null, string? Note = null);
