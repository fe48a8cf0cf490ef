using LegalService.Casework.Audit;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Store;

public sealed class StoreTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_tables_are_those_of_the_last_migration(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await using var context = host.Get<Func<CaseworkContext>>()();
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_failed_write_leaves_nothing(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var store = host.Get<CaseworkStore>();
        await store.WriteAsync<Result<bool>>(
            (context, _) =>
            {
                host.Get<AuditTrail>().Record(context, Actor.System, "test.done", "test/1");
                return Task.FromResult<Result<bool>>(new Failure("test.refused", "不行"));
            },
            CancellationToken.None);
        Assert.Equal(0, await store.ReadAsync((context, token) => context.Set<AuditEntry>().CountAsync(token), CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_second_row_where_only_one_may_be_is_named(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await Assert.ThrowsAsync<UniqueViolationException>(() => host.Get<CaseworkStore>().WriteAsync(
            (context, _) =>
            {
                context.Add(new StoreFact { Name = StoreFact.KeyFingerprint, Value = "x" });
                return Task.FromResult(0);
            },
            CancellationToken.None));
    }

    [Fact]
    public async Task A_store_is_not_opened_with_another_key()
    {
        string folder;
        await using (var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite))
        {
            folder = host.Folder;
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "keys", "master.key"), Convert.ToBase64String(new byte[32]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => CaseworkHost.StartAsync(StoreProvider.Sqlite, folder));
    }

    [Fact]
    public async Task Two_servers_on_one_PostgreSQL_seal_with_one_key()
    {
        var connection = await Support.PostgresServer.NewDatabaseAsync();
        var starting = new[] { 1, 2 }.Select(_ => CaseworkHost.StartAsync(StoreProvider.PostgreSql, connection: connection)).ToList();
        await using var first = await starting[0];
        await using var second = await starting[1];
        Assert.Equal("王小明", second.Get<Sealer>().Open(first.Get<Sealer>().Seal("王小明", "a"), "a"));
    }
}
