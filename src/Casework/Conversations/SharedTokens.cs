using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Conversations;

/// <summary>
/// Access tokens of outside systems, sealed in the store and shared by all servers. Whoever first finds one used up fetches the next; the others wait for
/// it. Thread safe.
/// </summary>
public sealed class SharedTokens
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly TimeProvider _time;

    internal SharedTokens(CaseworkStore store, Sealer sealer, TimeProvider time) => (_store, _sealer, _time) = (store, sealer, time);

    /// <summary>A token that is good as far as is known here.</summary>
    /// <param name="name">Which token; at most 60 characters.</param>
    /// <param name="refused">One that the outside system refused although it should have been good; null at first.</param>
    /// <param name="fetch">Fetches a new one, given the value of the refused one.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The token; the failure of <paramref name="fetch"/>; or <c>token.busy</c> when another server did not get one in time.</returns>
    public async Task<Result<AccessToken>> GetAsync(
        string name, AccessToken? refused, Func<string?, CancellationToken, Task<Result<FetchedToken>>> fetch, CancellationToken cancellation)
    {
        for (var start = _time.GetTimestamp(); _time.GetElapsedTime(start) < Patience; await Task.Delay(Pause, _time, cancellation))
        {
            if (await ReadAsync(name, cancellation) is { } known && known.Version != refused?.Version)
                return known;
            if (await LeaseAsync(name, refused?.Version, cancellation) is { } lease)
                return await FetchAsync(name, lease, refused, fetch, cancellation);
        }

        return new Failure("token.busy", "另一台服务器正在取访问令牌，请稍后再试。");
    }

    private static string Place(string name) => $"sharedToken/{name}";

    private async Task<AccessToken?> ReadAsync(string name, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var row = await _store.ReadAsync((context, token) => context.Set<Row>().SingleOrDefaultAsync(one => one.Name == name && one.ExpiresAt > now, token), cancellation);
        return row?.Value is { } value ? new AccessToken(_sealer.Open(value, Place(name)), row.Version) : null;
    }

    /// <summary>Null when another server is at it, or has just been.</summary>
    private async Task<Guid?> LeaseAsync(string name, int? refused, CancellationToken cancellation)
    {
        var (now, me) = (_time.GetUtcNow(), Guid.NewGuid());
        try
        {
            return await _store.WriteAsync<Guid?>(
                async (context, token) =>
                {
                    if (!await context.Set<Row>().AnyAsync(one => one.Name == name, token))
                    {
                        context.Add(new Row { Name = name, ExpiresAt = now, Fetcher = me, FetchingUntil = now + LeaseTime });
                        return me;
                    }

                    var taken = await context.Set<Row>()
                        .Where(one => one.Name == name && (one.ExpiresAt <= now || one.Version == refused) && (one.Fetcher == null || one.FetchingUntil < now))
                        .ExecuteUpdateAsync(set => set.SetProperty(one => one.Fetcher, me).SetProperty(one => one.FetchingUntil, now + LeaseTime), token);
                    return taken == 1 ? me : null;
                },
                cancellation);
        }
        catch (UniqueViolationException)
        {
            return null;
        }
    }

    private async Task<Result<AccessToken>> FetchAsync(
        string name, Guid me, AccessToken? refused, Func<string?, CancellationToken, Task<Result<FetchedToken>>> fetch, CancellationToken cancellation)
    {
        Result<FetchedToken> fetched = new Failure("token.cancelled", "");
        try
        {
            fetched = await fetch(refused?.Value, cancellation);
        }
        finally
        {
            if (!fetched.Succeeded)
                await EndAsync(name, me, null, CancellationToken.None);
        }

        if (!fetched.Succeeded)
            return fetched.Failure;
        var version = await EndAsync(name, me, fetched.Value, cancellation);
        return new AccessToken(fetched.Value.Value, version);
    }

    private Task<int> EndAsync(string name, Guid me, FetchedToken? fetched, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return _store.WriteAsync(
            async (context, token) =>
            {
                var row = await context.Set<Row>().SingleAsync(one => one.Name == name, token);
                // One who was too slow leaves what another has fetched meanwhile.
                if (row.Fetcher == me)
                    row.Fetcher = null;
                if (fetched is not null)
                    (row.Value, row.ExpiresAt, row.Version) = (_sealer.Seal(fetched.Value, Place(name)), now + fetched.GoodFor, row.Version + 1);
                return row.Version;
            },
            cancellation);
    }

    internal sealed class Row
    {
        public required string Name { get; init; }

        /// <summary>Sealed; null until the first was fetched.</summary>
        public byte[]? Value { get; set; }

        public required DateTimeOffset ExpiresAt { get; set; }

        /// <summary>Grows with each token, so that a refused one is told from its successor.</summary>
        public int Version { get; set; }

        public Guid? Fetcher { get; set; }

        public DateTimeOffset FetchingUntil { get; set; }

        internal sealed class Configuration : IEntityTypeConfiguration<Row>
        {
            public void Configure(EntityTypeBuilder<Row> builder)
            {
                builder.ToTable("SharedTokens");
                builder.HasKey(row => row.Name);
                builder.Property(row => row.Name).HasMaxLength(60);
            }
        }
    }
}

/// <summary>A token in use.</summary>
/// <param name="Value">The secret itself.</param>
/// <param name="Version">Tells it from the one before.</param>
public sealed record AccessToken(string Value, int Version);

/// <summary>A token as the outside system gave it.</summary>
/// <param name="Value">The secret itself.</param>
/// <param name="GoodFor">How long it is used.</param>
public sealed record FetchedToken(string Value, TimeSpan GoodFor);
