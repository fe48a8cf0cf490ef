using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Pickups;

/// <summary>What time does to documents. Safe when several servers do it at once.</summary>
internal sealed class PickupRounds(
    CaseworkStore store, SealedFolder files, PickupReadiness readiness, AuditTrail audit, IOptions<PickupOptions> options, TimeProvider time)
{
    private const int Batch = 200;

    /// <summary>A file that has no row after so long never gets one.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await ChangeAsync(
            pickup => pickup.State == PickupState.Open && pickup.OpenUntil <= now, "pickup.lapsed",
            pickup => (pickup.State, pickup.MustAsk) = (PickupState.Ready, true), cancellation);
        await ChangeAsync(
            pickup => (pickup.State == PickupState.Ready || pickup.State == PickupState.Unchecked) && pickup.ExpiresAt <= now, "pickup.expired",
            pickup => (pickup.State, pickup.EndedAt) = (PickupState.Expired, now), cancellation);
        foreach (var id in await IdsAsync(pickup => pickup.State == PickupState.Unchecked, cancellation))
            await readiness.CheckAsync(id, cancellation);
        await RemoveFilesAsync(cancellation);
        await ForgetPeopleAsync(now.AddDays(-options.Value.HistoryDays), cancellation);
    }

    /// <summary>Documents that are over; one that the scanner stopped is never needed again.</summary>
    private async Task RemoveFilesAsync(CancellationToken cancellation)
    {
        foreach (var id in await IdsAsync(pickup => pickup.EndedAt != null && !pickup.IsFileRemoved, cancellation))
        {
            files.Remove(id);
            await store.WriteAsync(
                (context, token) => context.Set<Pickup>().Where(pickup => pickup.Id == id).ExecuteUpdateAsync(set => set.SetProperty(pickup => pickup.IsFileRemoved, true), token), cancellation);
        }

        foreach (var batch in files.OlderThan(time.GetUtcNow() - Forgotten).Chunk(Batch))
        {
            var ids = batch.Select(file => file.Id).OfType<string>().ToList();
            var alive = await store.ReadAsync(
                (context, token) => context.Set<Pickup>().Where(pickup => ids.Contains(pickup.Id)).Select(pickup => pickup.Id).ToHashSetAsync(StringComparer.Ordinal, token), cancellation);
            foreach (var (path, _) in batch.Where(file => file.Id is null || !alive.Contains(file.Id)))
                File.Delete(path);
        }
    }

    private Task<int> ForgetPeopleAsync(DateTimeOffset before, CancellationToken cancellation) => store.WriteAsync(
        (context, token) => context.Set<Pickup>().Where(pickup => pickup.EndedAt < before && pickup.SealedPerson != null).ExecuteUpdateAsync(
            set => set.SetProperty(pickup => pickup.SealedPerson, (byte[]?)null).SetProperty(pickup => pickup.SealedTitle, (byte[]?)null)
                .SetProperty(pickup => pickup.SealedCode, (byte[]?)null).SetProperty(pickup => pickup.PersonFingerprint, ""),
            token),
        cancellation);

    private Task<List<string>> IdsAsync(System.Linq.Expressions.Expression<Func<Pickup, bool>> which, CancellationToken cancellation) =>
        store.ReadAsync((context, token) => context.Set<Pickup>().Where(which).OrderBy(pickup => pickup.PutAt).Select(pickup => pickup.Id).Take(Batch).ToListAsync(token), cancellation);

    private async Task ChangeAsync(
        System.Linq.Expressions.Expression<Func<Pickup, bool>> which, string action, Action<Pickup> change, CancellationToken cancellation)
    {
        foreach (var id in await IdsAsync(which, cancellation))
        {
            try
            {
                await store.WriteAsync(
                    async (context, token) =>
                    {
                        if (await context.Set<Pickup>().Where(which).SingleOrDefaultAsync(pickup => pickup.Id == id, token) is not { } pickup)
                            return false;
                        change(pickup);
                        audit.Record(context, Actor.System, action, pickup.Subject);
                        return true;
                    },
                    cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // A kiosk or another server was faster.
            }
        }
    }
}
