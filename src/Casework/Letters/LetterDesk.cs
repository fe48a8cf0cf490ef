using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Papers;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Papers;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Letters;

/// <summary>
/// Writes letters about requests. What is issued is on disk with its number, sealed, and can be revoked but never changed. What changes
/// a request fails as <see cref="RequestDesk"/> does. Thread safe.
/// </summary>
public sealed class LetterDesk
{
    private const int MaxText = 20_000;
    private const int MaxTries = 3;

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly AuditTrail _audit;
    private readonly RequestChanges _changes;
    private readonly RecordReading _records;
    private readonly LetterSources _sources;
    private readonly LetterReading _reading;
    private readonly LetterTemplates _templates;
    private readonly TimeProvider _time;

    internal LetterDesk(
        CaseworkStore store, Sealer sealer, AuditTrail audit, RequestChanges changes, RecordReading records, LetterSources sources, LetterReading reading,
        LetterTemplates templates, TimeProvider time) =>
        (_store, _sealer, _audit, _changes, _records, _sources, _reading, _templates, _time) =
        (store, sealer, audit, changes, records, sources, reading, templates, time);

    /// <summary>The letters that can be written as the request stands; none when there is no such request, or its personal data were removed.</summary>
    public async Task<IReadOnlyList<LetterOffer>> OffersAsync(string number, CancellationToken cancellation) =>
        await _records.IdOfAsync(number, cancellation) is { } id ? await _store.ReadAsync((context, token) => _sources.OffersAsync(context, id, token), cancellation) : [];

    /// <summary>The letters that were issued, those revoked as well; none when there is no such request.</summary>
    public async Task<IReadOnlyList<IssuedLetter>> ListAsync(string number, CancellationToken cancellation) =>
        await _records.IdOfAsync(number, cancellation) is { } id
            ? await _store.ReadAsync((context, token) => LetterReading.ListAsync(context, id, revoked: true, token), cancellation)
            : [];

    /// <summary>
    /// A letter filled with what is known; the audit trail notes it. Failures: <c>letter.notFound</c> (no such template), <c>letter.notYet</c>,
    /// <c>letter.issued</c>, <c>letter.erased</c>, <c>office.unknown</c>.
    /// </summary>
    public async Task<Result<LetterDraft>> DraftAsync(string number, string template, Actor by, CancellationToken cancellation)
    {
        if (_templates.Find(template) is not { } known)
            return LetterFailures.NotFound;
        if (await _records.IdOfAsync(number, cancellation) is not { } id)
            return RequestFailures.NotFound;
        return await _store.WriteAsync<Result<LetterDraft>>(
            async (context, token) =>
            {
                var source = await _sources.ReadAsync(context, id, known, token);
                if (!source.Succeeded)
                    return source.Failure;
                _audit.Record(context, by, "letter.drafted", source.Value.Request.Subject, known.Id);
                return new LetterDraft(known.Id, known.Title, LetterFacts.Fill(known, source.Value), known.Basis, known.Keep, source.Value.Request.Version);
            },
            cancellation);
    }

    /// <summary>
    /// Issues a letter: it gets the next number of its office and year and the day of today, and is a step of the request. Failures as drafting, and
    /// <c>text.required</c>, <c>letter.blank</c> with Details <c>blanks</c>, <c>letter.keep</c> with Details <c>passage</c>.
    /// </summary>
    /// <param name="action">Whose, and by whom.</param>
    /// <param name="template">The id of its template.</param>
    /// <param name="text">As the clerk has it now, in the form of <see cref="PaperText"/>.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public async Task<Result<IssuedLetter>> IssueAsync(DeskAction action, string template, string text, CancellationToken cancellation)
    {
        if (_templates.Find(template) is not { } known)
            return LetterFailures.NotFound;
        if (Wrong(known, text) is { } failure)
            return failure;
        if (await _records.IdOfAsync(action.Number, cancellation) is not { } id)
            return RequestFailures.NotFound;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await _store.WriteAsync((context, token) => IssueAsync(context, id, action, known, text, token), cancellation);
            }
            catch (UniqueViolationException) when (tries < MaxTries)
            {
                // Two were the first of an office and year; now there is a register to count on.
            }
        }
    }

    /// <summary>Takes back a letter that was issued by mistake; the message says why. Its number is not given again. Failures: <c>letter.notFound</c>, <c>text.required</c>.</summary>
    public async Task<Result<int>> RevokeAsync(DeskAction action, Guid letter, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(action.Message))
            return RequestFailures.Text;
        if (await _records.IdOfAsync(action.Number, cancellation) is not { } id)
            return RequestFailures.NotFound;
        var change = new Change(RequestMachine.LetterRevoked, action.By)
        {
            Detail = new() { Message = action.Message.Trim(), Note = action.Note },
            AuditDetail = $"{letter:N}",
            Apply = async (context, request, token) => await context.Set<Letter>()
                .Where(row => row.Id == letter && row.RequestId == request.Id && row.State == LetterState.Issued)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, LetterState.Revoked), token) == 1
                ? null
                : LetterFailures.NotFound,
        };
        return await _changes.RunAsync(id, action.Version, change, cancellation);
    }

    /// <summary>A letter to read, print or send; the audit trail notes who opened it. Failure: <c>letter.notFound</c>.</summary>
    public async Task<Result<OpenedLetter>> OpenAsync(string number, Guid letter, Actor by, CancellationToken cancellation)
    {
        if (await _records.IdOfAsync(number, cancellation) is not { } id)
            return LetterFailures.NotFound;
        return await _store.WriteAsync<Result<OpenedLetter>>(
            async (context, token) =>
            {
                if (await _reading.OpenAsync(context, id, letter, revoked: true, token) is not { } opened)
                    return LetterFailures.NotFound;
                _audit.Record(context, by, "letter.opened", $"request/{number}", opened.Letter.Number.Truncate(400));
                return opened;
            },
            cancellation);
    }

    private static Failure? Wrong(LetterTemplate template, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxText)
            return RequestFailures.Text;
        string[] keep = [.. template.Keep, .. new[] { LetterText.Number, LetterText.Day }.Where(part => template.Text.Contains(part, StringComparison.Ordinal))];
        if (keep.FirstOrDefault(passage => !text.Contains(passage, StringComparison.Ordinal)) is { } missing)
            return LetterFailures.Kept(missing);
        return LetterText.Blanks(text) is { Count: > 0 } blanks ? LetterFailures.Blank(blanks) : null;
    }

    private async Task<Result<IssuedLetter>> IssueAsync(CaseworkContext context, Guid id, DeskAction action, LetterTemplate template, string text, CancellationToken cancellation)
    {
        var source = await _sources.ReadAsync(context, id, template, cancellation);
        if (!source.Succeeded)
            return source.Failure;
        var letter = await NewAsync(context, source.Value, action.By, template, text, cancellation);
        var change = new Change(RequestMachine.LetterIssued, action.By)
        {
            Detail = new() { Message = $"{letter.Title} {letter.Number}", Note = action.Note },
            AuditDetail = letter.Number.Truncate(400),
            Apply = (store, _, _) =>
            {
                store.Add(letter);
                return Task.FromResult<Failure?>(null);
            },
        };
        var changed = await _changes.ApplyAsync(context, id, action.Version, change, cancellation);
        return changed.Succeeded ? LetterReading.Of(letter) : changed.Failure;
    }

    private async Task<Letter> NewAsync(CaseworkContext context, LetterSource source, Actor by, LetterTemplate template, string text, CancellationToken cancellation)
    {
        var now = Instants.ToMicroseconds(_time.GetUtcNow());
        var (office, year) = (source.Office.Id, BeijingTime.DayOf(now).Year);
        var sequence = await LetterRegister.NextAsync(context, office, year, cancellation);
        var edition = await context.Set<Letter>().CountAsync(row => row.RequestId == source.Request.Id && row.Template == template.Id, cancellation);
        var letter = new Letter
        {
            RequestId = source.Request.Id,
            Template = template.Id,
            Title = template.Title,
            Edition = edition + 1,
            State = LetterState.Issued,
            Office = office,
            Year = year,
            Sequence = sequence,
            Number = _templates.Settings.NumberOf(office, year, sequence),
            IssuedAt = now,
            By = by.Name,
        };
        var final = text.Replace(LetterText.Number, letter.Number, StringComparison.Ordinal).Replace(LetterText.Day, LetterFacts.DayOf(now), StringComparison.Ordinal);
        letter.SealedText = _sealer.Seal(final, letter.TextPlace);
        letter.SealedDocument = _sealer.Seal(PaperDocument.Write(letter.Title, PaperText.Lines(final)), letter.DocumentPlace);
        return letter;
    }
}
