using System.Text.Json;
using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Documents;
using LegalService.Casework.Letters;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Requests;

/// <summary>
/// What a citizen can do with his request: each time with number and code. All fail with <c>request.notFound</c> (number or code wrong, the same for both) or
/// <c>lookup.locked</c>, and where a change does not fit the state with <c>request.state</c>. Thread safe.
/// </summary>
public sealed class CitizenRequests
{
    private const int MaxText = 4000;
    private const int MaxTries = 3;

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly AuditTrail _audit;
    private readonly RequestChanges _changes;
    private readonly CitizenAccess _access;
    private readonly RequestReading _reading;
    private readonly AttachmentService _attachments;
    private readonly LetterReading _letters;
    private readonly DocumentReading _documents;
    private readonly Retention.RequestErasure _erasure;
    private readonly IServiceDefinitions _definitions;
    private readonly TimeProvider _time;

    internal CitizenRequests(
        CaseworkStore store, Sealer sealer, AuditTrail audit, RequestChanges changes, CitizenAccess access, RequestReading reading,
        AttachmentService attachments, LetterReading letters, DocumentReading documents, Retention.RequestErasure erasure, IServiceDefinitions definitions, TimeProvider time) =>
        (_store, _sealer, _audit, _changes, _access, _reading, _attachments, _letters, _documents, _erasure, _definitions, _time) =
        (store, sealer, audit, changes, access, reading, attachments, letters, documents, erasure, definitions, time);

    /// <summary>What has become of it.</summary>
    public async Task<Result<RequestStatus>> LookupAsync(string number, string code, CancellationToken cancellation)
    {
        var entered = await _access.EnterAsync(number, code, cancellation);
        return entered.Succeeded ? await _reading.StatusAsync(entered.Value, cancellation) : entered.Failure;
    }

    /// <summary>
    /// Adds what was missing. Answers to an asking once (法律援助法第四十三条), and takes papers that may follow at any time while the request is open.
    /// Failures: <c>request.incomplete</c> with Details as for submitting, <c>attachment.*</c>, <c>supplement.empty</c>.
    /// </summary>
    public async Task<Result<RequestStatus>> SupplementAsync(string number, string code, Supplement supplement, CancellationToken cancellation)
    {
        if (supplement.Answers is not { Count: > 0 } && supplement.Attachments.Count == 0 && string.IsNullOrWhiteSpace(supplement.Message))
            return new Failure("supplement.empty", "还没有填写或者上传内容。请补上再提交。");
        if (supplement.Message is { Length: > MaxText })
            return RequestFailures.Text;
        var detail = string.IsNullOrWhiteSpace(supplement.Message) ? null : new StepDetail { Message = supplement.Message.Trim() };
        return await ChangeAsync(
            number, code,
            (state, isEarly) => new(state == RequestState.Incomplete || isEarly ? CaseEvents.Supplemented : RequestMachine.PaperAdded, Actor.Citizen)
            {
                Detail = detail,
                Apply = async (context, request, token) =>
                    (supplement.Answers is { Count: > 0 } answers ? await MergeAsync(context, request, answers, token) : null)
                    ?? await _attachments.ClaimAsync(context, request.Id, [.. supplement.Attachments.Select(file => new AttachmentClaim(file.Id, ItemOf(request, file), []))], token),
            },
            cancellation);
    }

    /// <summary>Takes the request back, at any time before it is done.</summary>
    public Task<Result<RequestStatus>> WithdrawAsync(string number, string code, CancellationToken cancellation) =>
        ChangeAsync(number, code, (_, _) => new(CaseEvents.Withdrawn, Actor.Citizen), cancellation);

    /// <summary>Objects to a refusal (法律援助法第四十九条). Failure: <c>text.required</c>.</summary>
    public async Task<Result<RequestStatus>> ObjectAsync(string number, string code, string grounds, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(grounds) || grounds.Length > MaxText
            ? RequestFailures.Text
            : await ChangeAsync(number, code, (_, _) => new(CaseEvents.Objected, Actor.Citizen) { Detail = new() { Message = grounds.Trim() } }, cancellation);

    /// <summary>
    /// Puts wrong data right (个人信息保护法第四十六条): the answers given take the place of the old ones. Failure: <c>request.incomplete</c> with Details as
    /// for submitting.
    /// </summary>
    public Task<Result<RequestStatus>> CorrectAsync(string number, string code, IReadOnlyDictionary<string, JsonElement> answers, CancellationToken cancellation) =>
        ChangeAsync(
            number, code,
            (_, _) => new(RequestMachine.Corrected, Actor.Citizen) { Apply = (context, request, token) => MergeAsync(context, request, answers, token) },
            cancellation);

    /// <summary>All that is kept about him with the request (个人信息保护法第四十五条); the audit trail notes it.</summary>
    public async Task<Result<MyData>> MyDataAsync(string number, string code, CancellationToken cancellation)
    {
        var entered = await _access.EnterAsync(number, code, cancellation);
        return entered.Succeeded ? await _reading.MyDataAsync(entered.Value, cancellation) : entered.Failure;
    }

    /// <summary>One of his files. Failure: <c>attachment.notFound</c>.</summary>
    public async Task<Result<OpenedAttachment>> OpenAttachmentAsync(string number, string code, string attachmentId, CancellationToken cancellation)
    {
        var entered = await _access.EnterAsync(number, code, cancellation);
        if (!entered.Succeeded)
            return entered.Failure;
        return await _attachments.OpenAsync(entered.Value, attachmentId, cancellation) is { } opened ? opened : RequestFailures.NoFile;
    }

    /// <summary>A letter that was issued to him. Failure: <c>letter.notFound</c>.</summary>
    public async Task<Result<OpenedLetter>> OpenLetterAsync(string number, string code, Guid letter, CancellationToken cancellation)
    {
        var entered = await _access.EnterAsync(number, code, cancellation);
        if (!entered.Succeeded)
            return entered.Failure;
        return await _store.ReadAsync((context, token) => _letters.OpenAsync(context, entered.Value, letter, revoked: false, token), cancellation) is { } opened
            ? opened
            : LetterFailures.NotFound;
    }

    /// <summary>The document that clerks have drafted. Failures: <c>document.none</c>, <c>document.notDrafted</c>.</summary>
    public async Task<Result<OpenedDocument>> OpenDocumentAsync(string number, string code, CancellationToken cancellation)
    {
        var entered = await _access.EnterAsync(number, code, cancellation);
        if (!entered.Succeeded)
            return entered.Failure;
        if (await _store.ReadAsync((context, token) => _documents.OpenAsync(context, entered.Value, token), cancellation) is not { } opened)
            return DocumentFailures.None;
        return opened.DraftedAt is null ? DocumentFailures.NotDrafted : opened;
    }

    /// <summary>
    /// Removes his personal data: when the request is done, withdrawn, passed on, or refused with the time to object over (个人信息保护法第四十七条).
    /// Failure: <c>request.underway</c>. Afterwards neither number nor code opens anything.
    /// </summary>
    public async Task<Result<bool>> EraseAsync(string number, string code, CancellationToken cancellation)
    {
        var entered = await _access.EnterAsync(number, code, cancellation);
        return entered.Succeeded ? await _erasure.OnRequestAsync(entered.Value, cancellation) : entered.Failure;
    }

    private async Task<Result<RequestStatus>> ChangeAsync(string number, string code, Func<RequestState, bool, Change> changeOf, CancellationToken cancellation)
    {
        var entered = await _access.EnterAsync(number, code, cancellation);
        if (!entered.Succeeded)
            return entered.Failure;
        var id = entered.Value;
        var changed = await ChangeAsync(id, changeOf, cancellation);
        // A clerk was faster: what the citizen wants is asked of the state as it is now.
        for (var tries = 1; changed.Failure?.Code == "request.changed" && tries < MaxTries; tries++)
            changed = await ChangeAsync(id, changeOf, cancellation);
        return changed.Succeeded ? await _reading.StatusAsync(id, cancellation) : changed.Failure;
    }

    private Task<Result<int>> ChangeAsync(Guid id, Func<RequestState, bool, Change> changeOf, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
        {
            var now = await context.Set<Request>().AsNoTracking().Where(request => request.Id == id)
                .Select(request => new { request.State, request.IsStartedEarly, request.Version }).SingleAsync(token);
            return await _changes.ApplyAsync(context, id, now.Version, changeOf(now.State, now.IsStartedEarly), token);
        },
        cancellation);

    /// <summary>Puts answers in the place of old ones, if the interview is done with them.</summary>
    private async Task<Failure?> MergeAsync(CaseworkContext context, Request request, IReadOnlyDictionary<string, JsonElement> changes, CancellationToken cancellation)
    {
        if (_definitions.Find(request.Service) is not { } definition || RequestPaper.Open(_sealer, request) is not { } paper)
            return RequestFailures.NoService;
        var today = BeijingTime.Today(_time);
        var answers = changes.Aggregate(_changes.Upgraded(definition, paper), (merged, change) => merged.With(change.Key, change.Value));
        if (RequestIntake.Incomplete(definition, answers, today) is { } failure)
            return failure;
        var sent = Interview.Sent(definition, answers, today);
        await _changes.WritePaperAsync(context, request, definition, sent, cancellation);
        _audit.Record(context, Actor.Citizen, "request.answersChanged", request.Subject, string.Join(',', changes.Keys.Order(StringComparer.Ordinal)).Truncate(400));
        return await _attachments.ClaimAsync(context, request.Id, RequestIntake.FilesOf(definition, sent), cancellation);
    }

    // A name that the definition does not know is not kept.
    private string? ItemOf(Request request, SupplementFile file) =>
        file.Item is { } item && _definitions.Find(request.Service) is { } definition
        && (definition.Interview.Field(item) is not null || definition.Guide.Materials.Any(material => material.Id == item))
            ? item
            : null;
}
