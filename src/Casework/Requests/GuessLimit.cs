using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Requests;

/// <summary>
/// Counts wrong codes by number, in the database, so that several servers count together; whether the number exists or not. Thread safe.
/// </summary>
internal sealed class GuessLimit(CaseworkStore store, Sealer sealer, IOptions<RequestOptions> options, TimeProvider time)
{
    /// <summary>Whether so many were wrong that even the right one is refused for a while.</summary>
    public async Task<bool> IsLockedAsync(string number, CancellationToken cancellation) =>
        await FindAsync(number, cancellation) is { } tries && tries.Count >= options.Value.LookupTries && time.GetUtcNow() < tries.Until;

    /// <summary>A right code makes the wrong ones forgotten; a wrong one counts.</summary>
    public async Task NoteAsync(string number, bool isRight, CancellationToken cancellation)
    {
        var key = KeyOf(number);
        if (!isRight)
            await CountAsync(key, time.GetUtcNow(), cancellation);
        else if (await FindAsync(number, cancellation) is not null)
            await store.WriteAsync((context, token) => context.Set<LookupTries>().Where(row => row.Key == key).ExecuteDeleteAsync(token), cancellation);
    }

    /// <summary>Forgets tries whose time is over. Safe when several servers do it at once.</summary>
    public Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return store.WriteAsync((context, token) => context.Set<LookupTries>().Where(row => row.Until < now).ExecuteDeleteAsync(token), cancellation);
    }

    private string KeyOf(string number) => sealer.Fingerprint("lookup", number);

    private Task<LookupTries?> FindAsync(string number, CancellationToken cancellation)
    {
        var key = KeyOf(number);
        return store.ReadAsync((context, token) => context.Set<LookupTries>().SingleOrDefaultAsync(row => row.Key == key, token), cancellation);
    }

    private async Task CountAsync(string key, DateTimeOffset now, CancellationToken cancellation)
    {
        var until = now + options.Value.LookupLock;
        try
        {
            await store.WriteAsync(
                async (context, token) =>
                {
                    var rows = context.Set<LookupTries>().Where(row => row.Key == key);
                    if (await rows.Where(row => row.Until > now).ExecuteUpdateAsync(set => set.SetProperty(row => row.Count, row => row.Count + 1).SetProperty(row => row.Until, until), token) > 0)
                        return 1;
                    await rows.ExecuteDeleteAsync(token);
                    context.Add(new LookupTries { Key = key, Count = 1, Until = until });
                    return 1;
                },
                cancellation);
        }
        catch (UniqueViolationException)
        {
            // Another wrong try began the count at the same moment; one more or less does not matter.
        }
    }
}

/// <summary>Wrong codes for one number.</summary>
internal sealed class LookupTries
{
    /// <summary>Keyed hash of the number.</summary>
    public required string Key { get; init; }

    public required int Count { get; set; }

    /// <summary>Until then they count.</summary>
    public required DateTimeOffset Until { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<LookupTries>
    {
        public void Configure(EntityTypeBuilder<LookupTries> builder)
        {
            builder.ToTable("LookupTries");
            builder.HasKey(row => row.Key);
            builder.HasIndex(row => row.Until);
            builder.Property(row => row.Key).HasMaxLength(43);
        }
    }
}
