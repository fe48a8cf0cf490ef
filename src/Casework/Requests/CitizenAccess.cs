using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Numbers;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Requests;

/// <summary>
/// Lets in who brings a number and its code. A wrong number and a wrong code get the same answer after the same work; wrong tries are counted by number, in the
/// database, whether the number exists or not. Thread safe.
/// </summary>
internal sealed class CitizenAccess(CaseworkStore store, Sealer sealer, IOptions<RequestOptions> options, TimeProvider time)
{
    /// <summary>What is stored for the code of a request.</summary>
    public string FingerprintOf(string number, string code) => sealer.Fingerprint("pickupCode", $"{number}\n{code}");

    /// <summary>The request. Failures: <c>request.notFound</c>, <c>lookup.locked</c>.</summary>
    public async Task<Result<Guid>> EnterAsync(string number, string code, CancellationToken cancellation)
    {
        var wanted = CaseNumber.Normalise(number) ?? "";
        var presented = FingerprintOf(wanted, PickupCode.Normalise(code) ?? "");
        var key = sealer.Fingerprint("lookup", wanted);
        var (found, tries) = await store.ReadAsync(
            async (context, token) => (
                await context.Set<Request>().Where(request => request.Number == wanted).Select(request => new { request.Id, request.CodeFingerprint }).SingleOrDefaultAsync(token),
                await context.Set<LookupTries>().SingleOrDefaultAsync(row => row.Key == key, token)),
            cancellation);
        var now = time.GetUtcNow();
        if (tries is not null && tries.Count >= options.Value.LookupTries && now < tries.Until)
            return RequestFailures.Locked;
        var stored = found is { CodeFingerprint.Length: > 0 } ? found.CodeFingerprint : new string('-', presented.Length);
        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(stored), Encoding.ASCII.GetBytes(presented)) && found is not null)
        {
            if (tries is not null)
                await store.WriteAsync((context, token) => context.Set<LookupTries>().Where(row => row.Key == key).ExecuteDeleteAsync(token), cancellation);
            return found.Id;
        }

        await CountAsync(key, now, cancellation);
        return RequestFailures.NotFound;
    }

    /// <summary>Forgets tries whose time is over. Safe when several servers do it at once.</summary>
    public Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return store.WriteAsync((context, token) => context.Set<LookupTries>().Where(row => row.Until < now).ExecuteDeleteAsync(token), cancellation);
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
