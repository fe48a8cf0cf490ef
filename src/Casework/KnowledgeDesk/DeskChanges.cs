using LegalService.Casework.Audit;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.KnowledgeDesk;

/// <summary>Changes a version or a release in one transaction with its entry in the audit trail. Thread safe.</summary>
internal sealed class DeskChanges(CaseworkStore store, AuditTrail audit, TimeProvider time)
{
    /// <summary>What a roll-back of the version in use would bring back; 0: the shipped corpus.</summary>
    public static int NumberBefore(IEnumerable<DeskVersion> versions, int live) =>
        versions.Where(version => version.State == DeskState.Approved && version.Number < live).Select(version => version.Number).DefaultIfEmpty(0).Max();

    /// <summary>Puts a version into use.</summary>
    public void Release(CaseworkContext context, DeskEntry entry, int number, bool isRollBack, string why, Actor by)
    {
        (entry.Live, entry.Releases) = (number, entry.Releases + 1);
        context.Add(new DeskRelease
        {
            Id = Guid.CreateVersion7(),
            Entry = entry.Name,
            Sequence = entry.Releases,
            Number = number,
            IsRollBack = isRollBack,
            At = time.GetUtcNow(),
            By = by.Name,
            Why = why.Trim(),
        });
    }

    /// <summary>Null, so that a change may end with it.</summary>
    public Failure? Note(CaseworkContext context, DeskVersion version, Actor by, string action)
    {
        Note(context, version.Entry, by, action, $"#{version.Number}");
        return null;
    }

    /// <summary>Writes to the audit trail; numbers of versions, never words.</summary>
    public void Note(CaseworkContext context, string entry, Actor by, string action, string detail) =>
        audit.Record(context, by, $"knowledge.{action}", $"knowledge/{entry}".Truncate(120), detail);

    /// <summary>Changes a version as it was seen.</summary>
    public Task<Result<DeskVersionRecord>> RunAsync(
        DeskSight seen, Func<CaseworkContext, DeskVersion, DeskEntry, Failure?> change, CancellationToken cancellation) => GuardAsync<DeskVersionRecord>(
        async (context, token) =>
        {
            if (await context.Set<DeskVersion>().SingleOrDefaultAsync(row => row.Id == seen.Id, token) is not { } version)
                return DeskFailures.NotFound;
            if (version.Revision != seen.Revision)
                return DeskFailures.Changed;
            var entry = await context.Set<DeskEntry>().SingleAsync(row => row.Name == version.Entry, token);
            if (change(context, version, entry) is { } failure)
                return failure;
            version.Revision++;
            return DeskVersionRecord.Of(version);
        },
        cancellation);

    /// <summary>Of two that change the same row at once, in PostgreSQL, the second finds it changed only when it saves.</summary>
    public async Task<Result<T>> GuardAsync<T>(Func<CaseworkContext, CancellationToken, Task<Result<T>>> write, CancellationToken cancellation)
    {
        try
        {
            return await store.WriteAsync(write, cancellation);
        }
        catch (Exception exception) when (exception is DbUpdateConcurrencyException or UniqueViolationException)
        {
            return DeskFailures.Changed;
        }
    }
}
