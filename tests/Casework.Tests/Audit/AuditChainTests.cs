using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Audit;

public sealed class AuditChainTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    public static TheoryData<StoreProvider, string, AuditBreakKind, long> Tampering
    {
        get
        {
            (string Sql, AuditBreakKind Kind, long At)[] ways =
            [
                ("""UPDATE "AuditEntries" SET "Detail" = 'other' WHERE "Subject" = 'test/3'""", AuditBreakKind.ChangedEntry, 3),
                ("""UPDATE "AuditEntries" SET "Actor" = 'staff/someone' WHERE "Subject" = 'test/1'""", AuditBreakKind.ChangedEntry, 1),
                ("""DELETE FROM "AuditEntries" WHERE "Subject" = 'test/2'""", AuditBreakKind.MissingEntry, 2),
                ("""DELETE FROM "AuditLinks" WHERE "Sequence" = 4""", AuditBreakKind.MissingLink, 4),
                ("""UPDATE "AuditLinks" SET "Signature" = 'x' WHERE "Sequence" = 5""", AuditBreakKind.ChangedLink, 5),
                ("""UPDATE "AuditLinks" SET "Sequence" = 7 WHERE "Sequence" = 2; UPDATE "AuditLinks" SET "Sequence" = 2 WHERE "Sequence" = 3; UPDATE "AuditLinks" SET "Sequence" = 3 WHERE "Sequence" = 7""", AuditBreakKind.ForeignOrder, 2),
                ("""DELETE FROM "AuditLinks" WHERE "Sequence" = 6; DELETE FROM "AuditEntries" WHERE "Subject" = 'test/6'""", AuditBreakKind.CutShort, 6),
            ];
            var data = new TheoryData<StoreProvider, string, AuditBreakKind, long>();
            foreach (var provider in Enum.GetValues<StoreProvider>())
            {
                foreach (var (sql, kind, at) in ways)
                    data.Add(provider, sql, kind, at);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_chain_that_nobody_touched_is_whole_and_says_what_is_not_linked_yet(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await RecordAsync(host, 1, 6);
        var chain = host.Get<AuditChain>();
        Assert.Equal(6, await chain.RunOnceAsync(CancellationToken.None));
        await RecordAsync(host, 7, 8);
        Assert.Equal(new AuditVerdict(IsWhole: true, Break: null, Intact: 6, Unlinked: 2), await chain.VerifyAsync(null, CancellationToken.None));
        Assert.Equal(2, await chain.RunOnceAsync(CancellationToken.None));
        Assert.Equal(0, await chain.RunOnceAsync(CancellationToken.None));
        Assert.Equal(new AuditVerdict(IsWhole: true, Break: null, Intact: 8, Unlinked: 0), await chain.VerifyAsync(null, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Tampering_shows_with_its_place(StoreProvider provider, string sql, AuditBreakKind kind, long at)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await RecordAsync(host, 1, 6);
        var chain = host.Get<AuditChain>();
        await chain.RunOnceAsync(CancellationToken.None);
        var head = await chain.HeadAsync(CancellationToken.None);
        Assert.True((await chain.VerifyAsync(head, CancellationToken.None)).IsWhole);
        await using (var context = host.Get<Func<CaseworkContext>>()())
        {
            await context.Database.ExecuteSqlRawAsync(sql);
        }

        var verdict = await chain.VerifyAsync(head, CancellationToken.None);
        Assert.Equal(new AuditBreak(at, kind), verdict.Break);
        Assert.False(verdict.IsWhole);
        // A chain that was cut short shows only to one who noted its head.
        Assert.Equal(kind == AuditBreakKind.CutShort ? 5 : at - 1, verdict.Intact);
    }

    [Fact]
    public async Task Two_servers_link_each_entry_once()
    {
        await using var first = await CaseworkHost.StartAsync(StoreProvider.PostgreSql);
        await using var second = await CaseworkHost.StartAsync(StoreProvider.PostgreSql, first.Folder, first.Connection);
        await RecordAsync(first, 1, 40);
        for (var round = 0; round < 20; round++)
        {
            await RecordAsync(first, 100 + round, 100 + round);
            await Task.WhenAll(
                Task.Run(() => first.Get<AuditChain>().RunOnceAsync(CancellationToken.None)), Task.Run(() => second.Get<AuditChain>().RunOnceAsync(CancellationToken.None)));
        }

        Assert.Equal(
            new AuditVerdict(IsWhole: true, Break: null, Intact: 60, Unlinked: 0), await second.Get<AuditChain>().VerifyAsync(null, CancellationToken.None));
    }

    private static async Task RecordAsync(CaseworkHost host, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            host.Time.Advance(TimeSpan.FromMilliseconds(1));
            var subject = $"test/{i}";
            await host.Get<CaseworkStore>().WriteAsync(
                (context, _) =>
                {
                    host.Get<AuditTrail>().Record(context, Actor.System, "test.done", subject);
                    return Task.FromResult(0);
                },
                CancellationToken.None);
        }
    }
}
