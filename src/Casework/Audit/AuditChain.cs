using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Audit;

/// <summary>
/// Links the entries of the audit trail into one chain and tells whether it is whole. Thread safe; any number of servers may link at once, the database lets
/// one of them do it.
/// </summary>
public sealed class AuditChain
{
    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly IOptions<AuditOptions> _options;

    private bool _hasLookedAtAll;

    internal AuditChain(CaseworkStore store, Sealer sealer, IOptions<AuditOptions> options) => (_store, _sealer, _options) = (store, sealer, options);

    /// <summary>Links what is not linked yet, the oldest first.</summary>
    /// <returns>How many entries were linked; 0 when there were none, or another server was at it.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var total = 0;
        while (true)
        {
            int linked;
            try
            {
                linked = await _store.WriteAsync(LinkSomeAsync, cancellation);
            }
            catch (UniqueViolationException)
            {
                return total;
            }

            total += linked;
            if (linked < _options.Value.Batch)
            {
                _hasLookedAtAll = true;
                return total;
            }
        }
    }

    /// <summary>The last link; null when there is none. Kept outside the database (a log, a printed report) it shows a chain that was cut short.</summary>
    public Task<AuditHead?> HeadAsync(CancellationToken cancellation) => _store.ReadAsync(
        (context, token) => context.Set<AuditLink>().OrderByDescending(link => link.Sequence).Select(link => new AuditHead(link.Sequence, link.Hash)).FirstOrDefaultAsync(token),
        cancellation);

    /// <summary>Walks the whole chain.</summary>
    /// <param name="known">A head noted earlier, which the chain must still contain. Null: only the chain itself is looked at.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public async Task<AuditVerdict> VerifyAsync(AuditHead? known, CancellationToken cancellation)
    {
        var walked = new AuditHead(0, AuditLink.Beginning);
        var isKnownSeen = known is null || known == walked;
        while (true)
        {
            var steps = await ReadStepsAsync(walked.Sequence, cancellation);
            foreach (var (link, entry) in steps)
            {
                if (BreakAt(walked, link, entry) is { } found)
                    return await VerdictAsync(walked.Sequence, found, cancellation);
                walked = new(link.Sequence, link.Hash);
                isKnownSeen |= walked == known;
            }

            if (steps.Count == 0)
                break;
        }

        return await VerdictAsync(walked.Sequence, isKnownSeen ? null : new(known!.Sequence, AuditBreakKind.CutShort), cancellation);
    }

    private AuditBreak? BreakAt(AuditHead before, AuditLink link, AuditEntry? entry)
    {
        var expected = before.Sequence + 1;
        if (link.Sequence != expected)
            return new(expected, AuditBreakKind.MissingLink);
        if (entry is null)
            return new(expected, AuditBreakKind.MissingEntry);
        if (entry.Signature != _sealer.Sign(AuditEntry.Text(entry.Id, entry.At, entry.Actor, entry.Action, entry.Subject, entry.Detail)))
            return new(expected, AuditBreakKind.ChangedEntry);
        if (link.Hash != AuditLink.HashOf(before.Hash, expected, entry.Id, entry.Signature))
            return new(expected, AuditBreakKind.ForeignOrder);
        return link.Signature == _sealer.Sign(AuditLink.Text(link.Sequence, link.Hash)) ? null : new(expected, AuditBreakKind.ChangedLink);
    }

    private Task<List<Step>> ReadStepsAsync(long after, CancellationToken cancellation) => _store.ReadAsync(
        (context, token) => (from link in context.Set<AuditLink>()
                             where link.Sequence > after
                             orderby link.Sequence
                             join entry in context.Set<AuditEntry>() on link.EntryId equals entry.Id into entries
                             from entry in entries.DefaultIfEmpty()
                             select new Step(link, entry)).Take(_options.Value.Batch).ToListAsync(token),
        cancellation);

    private async Task<AuditVerdict> VerdictAsync(long intact, AuditBreak? found, CancellationToken cancellation)
    {
        var unlinked = await _store.ReadAsync((context, token) => Unlinked(context, since: null).CountAsync(token), cancellation);
        return new(found is null, found, intact, unlinked);
    }

    private async Task<int> LinkSomeAsync(CaseworkContext context, CancellationToken cancellation)
    {
        var last = await context.Set<AuditLink>().AsNoTracking().OrderByDescending(link => link.Sequence).FirstOrDefaultAsync(cancellation);
        var since = last is null || !_hasLookedAtAll
            ? (DateTimeOffset?)null
            : await context.Set<AuditEntry>().Where(entry => entry.Id == last.EntryId).Select(entry => (DateTimeOffset?)entry.At).SingleOrDefaultAsync(cancellation)
                - _options.Value.LookBack;
        var entries = await Unlinked(context, since).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .Take(_options.Value.Batch).Select(entry => new { entry.Id, entry.Signature }).ToListAsync(cancellation);
        var (sequence, hash) = (last?.Sequence ?? 0, last?.Hash ?? AuditLink.Beginning);
        foreach (var entry in entries)
        {
            hash = AuditLink.HashOf(hash, ++sequence, entry.Id, entry.Signature);
            context.Add(new AuditLink { Sequence = sequence, EntryId = entry.Id, Hash = hash, Signature = _sealer.Sign(AuditLink.Text(sequence, hash)) });
        }

        return entries.Count;
    }

    private static IQueryable<AuditEntry> Unlinked(CaseworkContext context, DateTimeOffset? since) => context.Set<AuditEntry>()
        .Where(entry => (since == null || entry.At >= since) && !context.Set<AuditLink>().Any(link => link.EntryId == entry.Id));

    private sealed record Step(AuditLink Link, AuditEntry? Entry);
}

/// <summary>The end of the chain.</summary>
/// <param name="Sequence">From 1.</param>
/// <param name="Hash">43 characters.</param>
public sealed record AuditHead(long Sequence, string Hash);

/// <summary>What a walk along the chain found.</summary>
/// <param name="IsWhole">Whether every link and entry is as it was written.</param>
/// <param name="Break">The first fault; null when there is none.</param>
/// <param name="Intact">The last sequence before the fault, or of the chain.</param>
/// <param name="Unlinked">Entries that are not in the chain yet.</param>
public sealed record AuditVerdict(bool IsWhole, AuditBreak? Break, long Intact, int Unlinked);

/// <summary>Where the chain is broken.</summary>
/// <param name="Sequence">The place, from 1.</param>
/// <param name="Kind">How.</param>
public sealed record AuditBreak(long Sequence, AuditBreakKind Kind);

/// <summary>How a chain can be broken.</summary>
public enum AuditBreakKind
{
    /// <summary>An entry says something else than when it was written.</summary>
    ChangedEntry,

    /// <summary>An entry was taken out.</summary>
    MissingEntry,

    /// <summary>A link was taken out.</summary>
    MissingLink,

    /// <summary>A link was signed with another key, or not by this service.</summary>
    ChangedLink,

    /// <summary>Entries stand in another order than they were linked in.</summary>
    ForeignOrder,

    /// <summary>The chain ends before, or went another way than, a head noted earlier.</summary>
    CutShort,
}
