using LegalService.Casework.Calendar;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Documents;

/// <summary>Keeps and reads the documents of requests for those who were let in; they lose their words with the personal data. Thread safe.</summary>
internal sealed class DocumentReading(Sealer sealer) : IRequestEvents
{
    /// <summary>Puts a document to a request, in its transaction.</summary>
    public void Add(CaseworkContext context, Guid requestId, NewDocument document)
    {
        var row = new RequestDocument { RequestId = requestId, Form = document.Form, Name = document.Name };
        row.SealedText = sealer.Seal(document.Text, row.TextPlace);
        context.Add(row);
    }

    /// <summary>Null when the request has none, or personal data were removed.</summary>
    public async Task<OpenedDocument?> OpenAsync(CaseworkContext context, Guid requestId, CancellationToken cancellation) =>
        await context.Set<RequestDocument>().AsNoTracking().SingleOrDefaultAsync(document => document.RequestId == requestId, cancellation) is { SealedText: { } text } found
            ? new(found.Name, sealer.Open(text, found.TextPlace), found.DraftedAt is { } at ? BeijingTime.Of(at) : null, found.DraftedBy)
            : null;

    /// <summary>What there is, without its words; null as for opening it.</summary>
    public static async Task<DocumentLine?> FindAsync(CaseworkContext context, Guid requestId, CancellationToken cancellation) =>
        await context.Set<RequestDocument>().AsNoTracking().Where(document => document.RequestId == requestId && document.SealedText != null)
            .Select(document => new { document.Name, document.DraftedAt, document.DraftedBy }).SingleOrDefaultAsync(cancellation) is { } found
            ? new(found.Name, found.DraftedAt is { } at ? BeijingTime.Of(at) : null, found.DraftedBy)
            : null;

    /// <summary>Another text in the place of the one before, drafted by the centre.</summary>
    public async Task<Failure?> DraftAsync(CaseworkContext context, Guid requestId, string text, string by, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await context.Set<RequestDocument>().SingleOrDefaultAsync(document => document.RequestId == requestId, cancellation) is not { SealedText: not null } found)
            return DocumentFailures.None;
        found.SealedText = sealer.Seal(text, found.TextPlace);
        (found.DraftedBy, found.DraftedAt) = (by, at);
        return null;
    }

    /// <summary>Whether there is a document that no clerk has looked at.</summary>
    public static Task<bool> IsOpenAsync(CaseworkContext context, Guid requestId, CancellationToken cancellation) =>
        context.Set<RequestDocument>().AnyAsync(document => document.RequestId == requestId && document.DraftedAt == null && document.SealedText != null, cancellation);

    /// <summary>The name of a document that is drafted; null: there is none.</summary>
    public static Task<string?> DraftedAsync(CaseworkContext context, Guid requestId, CancellationToken cancellation) =>
        context.Set<RequestDocument>().Where(document => document.RequestId == requestId && document.DraftedAt != null && document.SealedText != null)
            .Select(document => (string?)document.Name).SingleOrDefaultAsync(cancellation);

    public async Task OnAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation)
    {
        if (raised.Event == RequestMachine.Erased)
            await context.Set<RequestDocument>().Where(document => document.RequestId == raised.RequestId).ExecuteUpdateAsync(set => set.SetProperty(document => document.SealedText, (byte[]?)null), cancellation);
    }
}
