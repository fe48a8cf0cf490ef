using System.Text.RegularExpressions;
using LegalService.Casework.Audit;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Unanswered;

/// <summary>
/// Questions that the corpus did not answer, for who writes it. The words are sealed, without phone and ID numbers; of the conversation only a keyed hash is
/// kept. Thread safe.
/// </summary>
public sealed partial class UnansweredQuestions
{
    private const char Line = '\n';

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _time;
    private readonly UnansweredOptions _options;

    internal UnansweredQuestions(CaseworkStore store, Sealer sealer, AuditTrail audit, TimeProvider time, IOptions<UnansweredOptions> options) =>
        (_store, _sealer, _audit, _time, _options) = (store, sealer, audit, time, options.Value);

    /// <summary>Notes a question. A repetition (same conversation, turn and kind) changes nothing.</summary>
    public async Task NoteAsync(OpenQuestion question, CancellationToken cancellation)
    {
        var id = Id(question);
        var row = new UnansweredQuestion
        {
            Id = id,
            At = _time.GetUtcNow(),
            Kind = question.Kind,
            Channel = question.Channel,
            Conversation = question.Conversation is { } conversation ? Print(conversation) : null,
            Question = _sealer.Seal(LongNumber().Replace(question.Question, "***"), UnansweredQuestion.Place(id)),
            Articles = string.Join(Line, question.Articles),
            Confidence = question.Confidence,
        };
        try
        {
            await _store.WriteAsync(
                async (context, token) =>
                {
                    if (await context.Set<UnansweredQuestion>().AnyAsync(known => known.Id == id, token))
                        return false;
                    context.Add(row);
                    return true;
                },
                cancellation);
        }
        catch (UniqueViolationException)
        {
            // Noted by another server that ran the same turn.
        }
    }

    /// <summary>The questions that the filter lets pass, the latest first.</summary>
    public async Task<IReadOnlyList<UnansweredEntry>> ListAsync(UnansweredFilter filter, CancellationToken cancellation)
    {
        var rows = await _store.ReadAsync(
            (context, token) => context.Set<UnansweredQuestion>()
                .Where(row => (filter.Since == null || row.At >= filter.Since) && (filter.Kind == null || row.Kind == filter.Kind)
                    && (filter.Settled == null || (row.SettledAt != null) == filter.Settled))
                .OrderByDescending(row => row.At).Take(filter.Most).ToListAsync(token),
            cancellation);
        return [.. rows.Select(Opened)];
    }

    /// <summary>Says that questions are dealt with: the corpus answers them now, or they are none of its matters.</summary>
    /// <returns>How many were open.</returns>
    public Task<int> SettleAsync(IReadOnlyList<string> ids, Actor actor, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return _store.WriteAsync(
            async (context, token) =>
            {
                var settled = await context.Set<UnansweredQuestion>().Where(row => ids.Contains(row.Id) && row.SettledAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.SettledAt, now).SetProperty(row => row.SettledBy, actor.Name), token);
                if (settled > 0)
                    _audit.Record(context, actor, "unanswered.settled", "unanswered", $"{settled}");
                return settled;
            },
            cancellation);
    }

    /// <summary>Removes what has been kept long enough. Gives how many there were.</summary>
    public Task<int> RemoveOldAsync(CancellationToken cancellation)
    {
        var before = _time.GetUtcNow() - TimeSpan.FromDays(_options.KeepDays);
        return _store.WriteAsync((context, token) => context.Set<UnansweredQuestion>().Where(row => row.At < before).ExecuteDeleteAsync(token), cancellation);
    }

    /// <summary>Removes, in the caller's transaction, what was asked in a conversation.</summary>
    internal Task<int> ForgetAsync(CaseworkContext context, string conversation, CancellationToken cancellation)
    {
        var print = Print(conversation);
        return context.Set<UnansweredQuestion>().Where(row => row.Conversation == print).ExecuteDeleteAsync(cancellation);
    }

    private string Id(OpenQuestion question) => question is { Conversation: { } conversation, Turn: { } turn }
        ? _sealer.Fingerprint("unanswered.turn", $"{conversation}\n{turn}\n{question.Kind}")
        : _sealer.Fingerprint("unanswered.turn", $"{Guid.NewGuid()}");

    private string Print(string conversation) => _sealer.Fingerprint("unanswered.conversation", conversation);

    private UnansweredEntry Opened(UnansweredQuestion row) => new(
        row.Id,
        row.At,
        row.Kind,
        row.Channel,
        _sealer.Open(row.Question, UnansweredQuestion.Place(row.Id)),
        row.Articles.Length == 0 ? [] : row.Articles.Split(Line),
        row.Confidence,
        row.SettledAt,
        row.SettledBy);

    /// <summary>What may be a phone number, an ID number, a bank card.</summary>
    [GeneratedRegex(@"[0-9０-９][0-9０-９Xx -]{5,}[0-9０-９Xx]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongNumber();
}
