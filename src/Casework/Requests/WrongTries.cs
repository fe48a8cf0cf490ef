using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Requests;

/// <summary>Counts wrong codes by number, in the database, whether there is such a number or not. Thread safe.</summary>
internal sealed class WrongTries(CaseworkStore store, Sealer sealer, IOptions<RequestOptions> options, TimeProvider time)
{
    /// <summary>Whether nobody is let in by this number for now.</summary>
    public async Task<bool> AreTooManyAsync(string number, CancellationToken cancellation)
    {
        var (key, now) = (KeyOf(number), time.GetUtcNow());
        var tries = await store.ReadAsync((context, token) => context.Set<LookupTries>().SingleOrDefaultAsync(row => row.Key == key, token), cancellation);
        return tries is not null && tries.Count >= options.Value.LookupTries && now < tries.Until;
    }

    /// <summary>The right code came. Writes only where something was counted.</summary>
    public async Task ForgetAsync(string number, CancellationToken cancellation)
    {
        var key = KeyOf(number);
        if (await store.ReadAsync((context, token) => context.Set<LookupTries>().AnyAsync(row => row.Key == key, token), cancellation))
            await store.WriteAsync((context, token) => context.Set<LookupTries>().Where(row => row.Key == key).ExecuteDeleteAsync(token), cancellation);
    }

    /// <summary>A wrong one came.</summary>
    public async Task CountAsync(string number, CancellationToken cancellation)
    {
        var (key, now) = (KeyOf(number), time.GetUtcNow());
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

    /// <summary>Forgets tries whose time is over. Safe when several servers do it at once.</summary>
    public Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return store.WriteAsync((context, token) => context.Set<LookupTries>().Where(row => row.Until < now).ExecuteDeleteAsync(token), cancellation);
    }

    private string KeyOf(string number) => sealer.Fingerprint("lookup", number);
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
