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
/// What can be done with a request by who was let in, however he showed that it is his: by number and code, or signed in. Where a change does not fit the state
/// it fails with <c>request.state</c>. Thread safe.
/// </summary>
internal sealed class RequestActs(
    CaseworkStore store, Sealer sealer, AuditTrail audit, RequestChanges changes, RequestReading reading, AttachmentService attachments, LetterReading letters,
    DocumentReading documents, Retention.RequestErasure erasure, IServiceDefinitions definitions, TimeProvider time)
{
    private const int MaxText = 4000;
    private const int MaxTries = 3;

    /// <inheritdoc cref="CitizenRequests.LookupAsync"/>
    public Task<Result<RequestStatus>> StatusAsync(Guid id, CancellationToken cancellation) => reading.StatusAsync(id, cancellation);

    /// <inheritdoc cref="CitizenRequests.SupplementAsync"/>
    public async Task<Result<RequestStatus>> SupplementAsync(Guid id, Supplement supplement, CancellationToken cancellation)
    {
        if (RefuseEmpty(supplement) is { } failure)
            return failure;
        var detail = string.IsNullOrWhiteSpace(supplement.Message) ? null : new StepDetail { Message = supplement.Message.Trim() };
        return await ChangeAsync(
            id,
            (state, isEarly) => new(state == RequestState.Incomplete || isEarly ? CaseEvents.Supplemented : RequestMachine.PaperAdded, Actor.Citizen)
            {
                Detail = detail,
                Apply = async (context, request, token) =>
                    (supplement.Answers is { Count: > 0 } answers ? await MergeAsync(context, request, answers, token) : null)
                    ?? await attachments.ClaimAsync(context, request.Id, [.. supplement.Attachments.Select(file => new AttachmentClaim(file.Id, ItemOf(request, file), []))], token),
            },
            cancellation);
    }

    /// <inheritdoc cref="CitizenRequests.WithdrawAsync"/>
    public Task<Result<RequestStatus>> WithdrawAsync(Guid id, CancellationToken cancellation) =>
        ChangeAsync(id, (_, _) => new(CaseEvents.Withdrawn, Actor.Citizen), cancellation);

    /// <inheritdoc cref="CitizenRequests.ObjectAsync"/>
    public async Task<Result<RequestStatus>> ObjectAsync(Guid id, string grounds, CancellationToken cancellation) =>
        RefuseGrounds(grounds) is { } failure
            ? failure
            : await ChangeAsync(id, (_, _) => new(CaseEvents.Objected, Actor.Citizen) { Detail = new() { Message = grounds.Trim() } }, cancellation);

    /// <inheritdoc cref="CitizenRequests.CorrectAsync"/>
    public Task<Result<RequestStatus>> CorrectAsync(Guid id, IReadOnlyDictionary<string, JsonElement> answers, CancellationToken cancellation) => ChangeAsync(
        id, (_, _) => new(RequestMachine.Corrected, Actor.Citizen) { Apply = (context, request, token) => MergeAsync(context, request, answers, token) }, cancellation);

    /// <inheritdoc cref="CitizenRequests.MyDataAsync"/>
    public Task<Result<MyData>> MyDataAsync(Guid id, CancellationToken cancellation) => reading.MyDataAsync(id, cancellation);

    /// <inheritdoc cref="CitizenRequests.OpenAttachmentAsync"/>
    public async Task<Result<OpenedAttachment>> OpenAttachmentAsync(Guid id, string attachmentId, CancellationToken cancellation) =>
        await attachments.OpenAsync(id, attachmentId, cancellation) is { } opened ? opened : RequestFailures.NoFile;

    /// <inheritdoc cref="CitizenRequests.OpenLetterAsync"/>
    public async Task<Result<OpenedLetter>> OpenLetterAsync(Guid id, Guid letter, CancellationToken cancellation) =>
        await store.ReadAsync((context, token) => letters.OpenAsync(context, id, letter, revoked: false, token), cancellation) is { } opened ? opened : LetterFailures.NotFound;

    /// <inheritdoc cref="CitizenRequests.OpenDocumentAsync"/>
    public async Task<Result<OpenedDocument>> OpenDocumentAsync(Guid id, CancellationToken cancellation)
    {
        if (await store.ReadAsync((context, token) => documents.OpenAsync(context, id, token), cancellation) is not { } opened)
            return DocumentFailures.None;
        return opened.DraftedAt is null ? DocumentFailures.NotDrafted : opened;
    }

    /// <inheritdoc cref="CitizenRequests.EraseAsync"/>
    public Task<Result<bool>> EraseAsync(Guid id, CancellationToken cancellation) => erasure.OnRequestAsync(id, cancellation);

    /// <summary>What there is nothing of, or too much; null: it may be sent.</summary>
    public static Failure? RefuseEmpty(Supplement supplement) =>
        supplement.Answers is not { Count: > 0 } && supplement.Attachments.Count == 0 && string.IsNullOrWhiteSpace(supplement.Message)
            ? new Failure("supplement.empty", "还没有填写或者上传内容。请补上再提交。")
            : supplement.Message is { Length: > MaxText } ? RequestFailures.Text : null;

    /// <summary>The same for the grounds of an objection.</summary>
    public static Failure? RefuseGrounds(string grounds) => string.IsNullOrWhiteSpace(grounds) || grounds.Length > MaxText ? RequestFailures.Text : null;

    private async Task<Result<RequestStatus>> ChangeAsync(Guid id, Func<RequestState, bool, Change> changeOf, CancellationToken cancellation)
    {
        var changed = await TryChangeAsync(id, changeOf, cancellation);
        // A clerk was faster: what the citizen wants is asked of the state as it is now.
        for (var tries = 1; changed.Failure?.Code == "request.changed" && tries < MaxTries; tries++)
            changed = await TryChangeAsync(id, changeOf, cancellation);
        return changed.Succeeded ? await reading.StatusAsync(id, cancellation) : changed.Failure;
    }

    private Task<Result<int>> TryChangeAsync(Guid id, Func<RequestState, bool, Change> changeOf, CancellationToken cancellation) => store.WriteAsync(
        async (context, token) =>
        {
            var now = await context.Set<Request>().AsNoTracking().Where(request => request.Id == id)
                .Select(request => new { request.State, request.IsStartedEarly, request.Version }).SingleAsync(token);
            return await changes.ApplyAsync(context, id, now.Version, changeOf(now.State, now.IsStartedEarly), token);
        },
        cancellation);

    /// <summary>Puts answers in the place of old ones, if the interview is done with them.</summary>
    private async Task<Failure?> MergeAsync(CaseworkContext context, Request request, IReadOnlyDictionary<string, JsonElement> given, CancellationToken cancellation)
    {
        if (definitions.Find(request.Service) is not { } definition || RequestPaper.Open(sealer, request) is not { } paper)
            return RequestFailures.NoService;
        var today = BeijingTime.Today(time);
        var answers = given.Aggregate(changes.Upgraded(definition, paper), (merged, change) => merged.With(change.Key, change.Value));
        if (RequestIntake.Incomplete(definition, answers, today) is { } failure)
            return failure;
        var sent = Interview.Sent(definition, answers, today);
        await changes.WritePaperAsync(context, request, definition, sent, cancellation);
        audit.Record(context, Actor.Citizen, "request.answersChanged", request.Subject, string.Join(',', given.Keys.Order(StringComparer.Ordinal)).Truncate(400));
        return await attachments.ClaimAsync(context, request.Id, RequestIntake.FilesOf(definition, sent), cancellation);
    }

    // A name that the definition does not know is not kept.
    private string? ItemOf(Request request, SupplementFile file) =>
        file.Item is { } item && definitions.Find(request.Service) is { } definition
        && (definition.Interview.Field(item) is not null || definition.Guide.Materials.Any(material => material.Id == item))
            ? item
            : null;
}
