using System.Text.Json;
using LegalService.Casework.Attachments;
using LegalService.Casework.Documents;
using LegalService.Casework.Letters;

namespace LegalService.Casework.Requests;

/// <summary>
/// What a citizen can do with his request: each time with number and code. All fail with <c>request.notFound</c> (number or code wrong, the same for both) or
/// <c>lookup.locked</c>, and where a change does not fit the state with <c>request.state</c>. Thread safe.
/// </summary>
public sealed class CitizenRequests
{
    private readonly CitizenAccess _access;
    private readonly RequestActs _acts;

    internal CitizenRequests(CitizenAccess access, RequestActs acts) => (_access, _acts) = (access, acts);

    /// <summary>What has become of it.</summary>
    public Task<Result<RequestStatus>> LookupAsync(string number, string code, CancellationToken cancellation) =>
        EnterAsync(number, code, id => _acts.StatusAsync(id, cancellation), cancellation);

    /// <summary>
    /// Adds what was missing. Answers to an asking once (法律援助法第四十三条), and takes papers that may follow at any time while the request is open.
    /// Failures: <c>request.incomplete</c> with Details as for submitting, <c>attachment.*</c>, <c>supplement.empty</c>.
    /// </summary>
    public async Task<Result<RequestStatus>> SupplementAsync(string number, string code, Supplement supplement, CancellationToken cancellation) =>
        RequestActs.RefuseEmpty(supplement) is { } failure
            ? failure
            : await EnterAsync(number, code, id => _acts.SupplementAsync(id, supplement, cancellation), cancellation);

    /// <summary>Takes the request back, at any time before it is done.</summary>
    public Task<Result<RequestStatus>> WithdrawAsync(string number, string code, CancellationToken cancellation) =>
        EnterAsync(number, code, id => _acts.WithdrawAsync(id, cancellation), cancellation);

    /// <summary>Objects to a refusal (法律援助法第四十九条). Failure: <c>text.required</c>.</summary>
    public async Task<Result<RequestStatus>> ObjectAsync(string number, string code, string grounds, CancellationToken cancellation) =>
        RequestActs.RefuseGrounds(grounds) is { } failure ? failure : await EnterAsync(number, code, id => _acts.ObjectAsync(id, grounds, cancellation), cancellation);

    /// <summary>
    /// Puts wrong data right (个人信息保护法第四十六条): the answers given take the place of the old ones. Failure: <c>request.incomplete</c> with Details as
    /// for submitting.
    /// </summary>
    public Task<Result<RequestStatus>> CorrectAsync(string number, string code, IReadOnlyDictionary<string, JsonElement> answers, CancellationToken cancellation) =>
        EnterAsync(number, code, id => _acts.CorrectAsync(id, answers, cancellation), cancellation);

    /// <summary>All that is kept about him with the request (个人信息保护法第四十五条); the audit trail notes it.</summary>
    public Task<Result<MyData>> MyDataAsync(string number, string code, CancellationToken cancellation) =>
        EnterAsync(number, code, id => _acts.MyDataAsync(id, cancellation), cancellation);

    /// <summary>One of his files. Failure: <c>attachment.notFound</c>.</summary>
    public Task<Result<OpenedAttachment>> OpenAttachmentAsync(string number, string code, string attachmentId, CancellationToken cancellation) =>
        EnterAsync(number, code, id => _acts.OpenAttachmentAsync(id, attachmentId, cancellation), cancellation);

    /// <summary>A letter that was issued to him. Failure: <c>letter.notFound</c>.</summary>
    public Task<Result<OpenedLetter>> OpenLetterAsync(string number, string code, Guid letter, CancellationToken cancellation) =>
        EnterAsync(number, code, id => _acts.OpenLetterAsync(id, letter, cancellation), cancellation);

    /// <summary>The document that clerks have drafted. Failures: <c>document.none</c>, <c>document.notDrafted</c>.</summary>
    public Task<Result<OpenedDocument>> OpenDocumentAsync(string number, string code, CancellationToken cancellation) =>
        EnterAsync(number, code, id => _acts.OpenDocumentAsync(id, cancellation), cancellation);

    /// <summary>
    /// Removes his personal data: when the request is done, withdrawn, passed on, or refused with the time to object over (个人信息保护法第四十七条).
    /// Failure: <c>request.underway</c>. Afterwards neither number nor code opens anything.
    /// </summary>
    public Task<Result<bool>> EraseAsync(string number, string code, CancellationToken cancellation) =>
        EnterAsync(number, code, id => _acts.EraseAsync(id, cancellation), cancellation);

    private async Task<Result<T>> EnterAsync<T>(string number, string code, Func<Guid, Task<Result<T>>> act, CancellationToken cancellation)
    {
        var entered = await _access.EnterAsync(number, code, cancellation);
        return entered.Succeeded ? await act(entered.Value) : entered.Failure;
    }
}
