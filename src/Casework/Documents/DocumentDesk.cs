using LegalService.Casework.Audit;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;

namespace LegalService.Casework.Documents;

/// <summary>
/// A clerk looks at the document that a citizen sent, puts it right, and says that it is drafted by the centre; before that the request cannot be done, and
/// counts in no report. What changes a request fails as <see cref="RequestDesk"/> does. Thread safe.
/// </summary>
public sealed class DocumentDesk
{
    private const int MaxText = 20_000;

    private readonly CaseworkStore _store;
    private readonly AuditTrail _audit;
    private readonly RequestChanges _changes;
    private readonly RecordReading _records;
    private readonly DocumentReading _reading;
    private readonly TimeProvider _time;

    internal DocumentDesk(CaseworkStore store, AuditTrail audit, RequestChanges changes, RecordReading records, DocumentReading reading, TimeProvider time) =>
        (_store, _audit, _changes, _records, _reading, _time) = (store, audit, changes, records, reading, time);

    /// <summary>What came with a request, without its words; null: nothing, or its personal data were removed.</summary>
    public async Task<DocumentLine?> FindAsync(string number, CancellationToken cancellation) =>
        await _records.IdOfAsync(number, cancellation) is { } id ? await _store.ReadAsync((context, token) => DocumentReading.FindAsync(context, id, token), cancellation) : null;

    /// <summary>The document to read; the audit trail notes who opened it. Failure: <c>document.none</c>.</summary>
    public async Task<Result<OpenedDocument>> OpenAsync(string number, Actor by, CancellationToken cancellation)
    {
        if (await _records.IdOfAsync(number, cancellation) is not { } id)
            return RequestFailures.NotFound;
        return await _store.WriteAsync<Result<OpenedDocument>>(
            async (context, token) =>
            {
                if (await _reading.OpenAsync(context, id, token) is not { } opened)
                    return DocumentFailures.None;
                _audit.Record(context, by, "document.opened", $"request/{number}");
                return opened;
            },
            cancellation);
    }

    /// <summary>
    /// The text as the clerk has it now is drafted by the centre: the citizen can have it, and the request can be done. It may be put right again until then.
    /// Failures: <c>document.none</c>, <c>text.required</c>.
    /// </summary>
    /// <returns>The version of the request after it.</returns>
    public async Task<Result<int>> DraftAsync(DeskAction action, string text, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxText)
            return RequestFailures.Text;
        if (await _records.IdOfAsync(action.Number, cancellation) is not { } id)
            return RequestFailures.NotFound;
        var at = Instants.ToMicroseconds(_time.GetUtcNow());
        var change = new Change(RequestMachine.DocumentDrafted, action.By)
        {
            Detail = new() { Note = action.Note },
            Apply = (context, request, token) => _reading.DraftAsync(context, request.Id, text, action.By.Name, at, token),
        };
        return await _changes.RunAsync(id, action.Version, change, cancellation);
    }
}
