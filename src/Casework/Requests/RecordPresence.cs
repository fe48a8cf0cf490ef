using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Requests;

/// <summary>A clerk who has a record open.</summary>
internal sealed class RecordViewer
{
    public required string Number { get; init; }

    /// <summary>User name.</summary>
    public required string User { get; init; }

    /// <summary>When the open page last said so.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RecordViewer>
    {
        public void Configure(EntityTypeBuilder<RecordViewer> builder)
        {
            builder.ToTable("RecordViewers");
            builder.HasKey(viewer => new { viewer.Number, viewer.User });
            builder.HasIndex(viewer => viewer.SeenAt);
            builder.Property(viewer => viewer.Number).HasMaxLength(20);
            builder.Property(viewer => viewer.User).HasMaxLength(Staff.StaffDirectory.LongestUserName);
        }
    }
}

/// <summary>Tells clerks which records colleagues have open at this moment, on whatever server. It keeps nobody from anything. Thread safe.</summary>
public sealed class RecordPresence
{
    /// <summary>How often an open page says that it is still open.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    // A page that was not closed but died is forgotten after two missed times.
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(25);

    private readonly CaseworkStore _store;
    private readonly TimeProvider _time;

    internal RecordPresence(CaseworkStore store, TimeProvider time) => (_store, _time) = (store, time);

    /// <summary>Says that somebody has a record open, and gives the user names of the others who do.</summary>
    public async Task<IReadOnlyList<string>> SeeAsync(string number, string user, CancellationToken cancellation)
    {
        var now = Instants.ToMicroseconds(_time.GetUtcNow());
        try
        {
            return await _store.WriteAsync((context, token) => SeeAsync(context, number, user, now, token), cancellation);
        }
        catch (UniqueViolationException)
        {
            // Two pages of the same clerk began at once: the other one said it.
            return await OthersAsync(number, user, cancellation);
        }
    }

    /// <summary>The record was closed.</summary>
    public Task<int> LeaveAsync(string number, string user, CancellationToken cancellation) => _store.WriteAsync(
        (context, token) => context.Set<RecordViewer>().Where(viewer => viewer.Number == number && viewer.User == user).ExecuteDeleteAsync(token), cancellation);

    /// <summary>Who has which record open: number -> user names.</summary>
    public Task<ILookup<string, string>> ReadAsync(CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => (await Present(context).ToListAsync(token)).ToLookup(viewer => viewer.Number, viewer => viewer.User, StringComparer.Ordinal), cancellation);

    private async Task<IReadOnlyList<string>> SeeAsync(CaseworkContext context, string number, string user, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = await context.Set<RecordViewer>().Where(viewer => viewer.Number == number && viewer.User == user)
            .ExecuteUpdateAsync(set => set.SetProperty(viewer => viewer.SeenAt, now), cancellation);
        if (known == 0)
        {
            var old = now - TimeSpan.FromDays(1);
            await context.Set<RecordViewer>().Where(viewer => viewer.SeenAt < old).ExecuteDeleteAsync(cancellation);
            context.Add(new RecordViewer { Number = number, User = user, SeenAt = now });
        }

        return await Present(context).Where(viewer => viewer.Number == number && viewer.User != user).Select(viewer => viewer.User).ToListAsync(cancellation);
    }

    private Task<IReadOnlyList<string>> OthersAsync(string number, string user, CancellationToken cancellation) => _store.ReadAsync<IReadOnlyList<string>>(
        async (context, token) => await Present(context).Where(viewer => viewer.Number == number && viewer.User != user).Select(viewer => viewer.User).ToListAsync(token),
        cancellation);

    private IQueryable<RecordViewer> Present(CaseworkContext context)
    {
        var since = _time.GetUtcNow() - Forgotten;
        return context.Set<RecordViewer>().Where(viewer => viewer.SeenAt >= since);
    }
}
