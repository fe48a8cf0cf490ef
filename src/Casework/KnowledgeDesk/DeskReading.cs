using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.KnowledgeDesk;

/// <summary>What editors see of the desk's entries. Thread safe.</summary>
public sealed class DeskReading
{
    private static readonly DeskState[] Open = [DeskState.Draft, DeskState.Proposed, DeskState.Returned];

    private readonly CaseworkStore _store;

    internal DeskReading(CaseworkStore store) => _store = store;

    /// <summary>A version; null when there is none.</summary>
    public Task<DeskVersionRecord?> FindAsync(Guid id, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => await context.Set<DeskVersion>().SingleOrDefaultAsync(version => version.Id == id, token) is { } version
            ? DeskVersionRecord.Of(version)
            : null,
        cancellation);

    /// <summary>Everything that is being written or waits for a decision, the latest change first.</summary>
    public Task<IReadOnlyList<DeskVersionRecord>> OpenAsync(CancellationToken cancellation) => _store.ReadAsync<IReadOnlyList<DeskVersionRecord>>(
        async (context, token) => [.. (await context.Set<DeskVersion>().Where(version => Open.Contains(version.State))
            .OrderByDescending(version => version.ChangedAt).ToListAsync(token)).Select(DeskVersionRecord.Of)],
        cancellation);

    /// <summary>All that happened to an entry; empty when the desk has never had it.</summary>
    public Task<DeskHistory> HistoryAsync(string entry, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) =>
        {
            var row = await context.Set<DeskEntry>().SingleOrDefaultAsync(known => known.Name == entry, token);
            var versions = await context.Set<DeskVersion>().Where(version => version.Entry == entry).OrderByDescending(version => version.Number).ToListAsync(token);
            var releases = await context.Set<DeskRelease>().Where(release => release.Entry == entry).OrderByDescending(release => release.Sequence).ToListAsync(token);
            return new DeskHistory(
                row?.Live ?? 0,
                row is { Live: > 0 and var live } ? DeskChanges.NumberBefore(versions, live) : null,
                versions.ConvertAll(DeskVersionRecord.Of),
                releases.ConvertAll(release => new DeskReleaseRecord(release.Number, release.IsRollBack, release.At, release.By, release.Why)));
        },
        cancellation);
}

/// <summary>What the desk has put into use: every server writes it to a corpus folder of its own. Thread safe.</summary>
public sealed class LiveEntries
{
    private readonly CaseworkStore _store;

    internal LiveEntries(CaseworkStore store) => _store = store;

    /// <summary>How often anything came into use since the beginning: while it stays the same, nothing has changed.</summary>
    public Task<int> CountReleasesAsync(CancellationToken cancellation) =>
        _store.ReadAsync((context, token) => context.Set<DeskRelease>().CountAsync(token), cancellation);

    /// <summary>Everything in use, in the order of the names.</summary>
    public Task<IReadOnlyList<LiveEntry>> ListAsync(CancellationToken cancellation) => _store.ReadAsync<IReadOnlyList<LiveEntry>>(
        async (context, token) => await (
            from entry in context.Set<DeskEntry>()
            join version in context.Set<DeskVersion>() on new { entry.Name, Number = entry.Live } equals new { Name = version.Entry, version.Number }
            orderby entry.Name
            select new LiveEntry(entry.Name, version.Title, version.Withdraws, version.Text, version.DecidedAt!.Value)).ToListAsync(token),
        cancellation);
}
