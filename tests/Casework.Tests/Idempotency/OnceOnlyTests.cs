using LegalService.Casework.Audit;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Idempotency;

public sealed class OnceOnlyTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Sending_twice_does_it_once_and_gives_the_same_answer(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var first = await RunAsync(host, "k", "content");
        var second = await RunAsync(host, "k", "content");
        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, await DoneAsync(host));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_key_with_other_content_is_refused(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await RunAsync(host, "k", "content");
        Assert.Equal("idempotency.mismatch", (await RunAsync(host, "k", "other")).Failure?.Code);
        Assert.Equal("idempotency.key", (await RunAsync(host, " ", "other")).Failure?.Code);
        Assert.Equal(1, await DoneAsync(host));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Twenty_sendings_at_once_do_it_once(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => RunAsync(host, "k", "content"))));
        Assert.Single(answers.Select(answer => answer.Value).Distinct());
        Assert.Equal(1, await DoneAsync(host));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_failure_is_not_remembered_and_a_key_is_forgotten_after_its_time(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        Assert.Equal("test.refused", (await RunAsync(host, "k", "content", fails: true)).Failure?.Code);
        Assert.True((await RunAsync(host, "k", "content")).Succeeded);
        host.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await host.Get<OnceOnly>().SweepAsync(CancellationToken.None));
        host.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await host.Get<OnceOnly>().SweepAsync(CancellationToken.None));
    }

    private static Task<Result<Guid>> RunAsync(CaseworkHost host, string key, string content, bool fails = false) => host.Get<OnceOnly>().RunAsync<Guid>(
        "test", key, content,
        (context, _) =>
        {
            host.Get<AuditTrail>().Record(context, Actor.System, "test.done", "test/1");
            return Task.FromResult(fails ? new Failure("test.refused", "不行") : (Result<Guid>)Guid.NewGuid());
        },
        CancellationToken.None);

    private static Task<int> DoneAsync(CaseworkHost host) =>
        host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<AuditEntry>().CountAsync(token), CancellationToken.None);
}
