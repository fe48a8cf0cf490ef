using LegalService.Casework.Audit;
using LegalService.Casework.Handovers;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Handovers;

public sealed class CallbackTests
{
    private const string Phone = "139 0000 0001";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Actor Clerk = Actor.Staff("sarnai");

    /// <summary>Wednesday 2026-11-25; the office of the example county: 8:30-12:00, 14:30-17:30.</summary>
    [Theory]
    [InlineData(9, "2026-11-25 17:30")]
    [InlineData(24 + 6, "2026-11-26 17:30")]
    [InlineData(20, "2026-11-26 17:30")]
    [InlineData((2 * 24) + 20, "2026-11-30 17:30")]
    [InlineData((3 * 24) + 10, "2026-11-30 17:30")]
    public async Task A_call_is_promised_for_the_end_of_the_working_day_that_is_or_comes(int hours, string due)
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        host.Time.SetUtcNow(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.FromHours(8)).AddHours(hours));

        var promised = await host.Get<CallbackDesk>().AskAsync("c1", "wechat", Phone, None);

        Assert.Equal(due, $"{promised.Value.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}");
    }

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task One_call_is_promised_to_a_conversation_and_the_last_number_counts(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var desk = host.Get<CallbackDesk>();
        await desk.AskAsync("c1", "wechat", "13900000002", None);
        await desk.AskAsync("c1", "wechat", Phone, None);
        Assert.Equal("phone.length", (await desk.AskAsync("c1", "wechat", "139000000", None)).Failure!.Code);

        var entry = Assert.Single(await desk.DueAsync(Clerk, None));

        Assert.Equal("13900000001", entry.Phone);
        Assert.DoesNotContain("1390000", $"{entry}", StringComparison.Ordinal);
        Assert.Equal(CallbackState.Reached, (await desk.CalledAsync(entry.Id, reached: true, Clerk, None)).Value);
        Assert.Equal(HandoverCodes.Changed, (await desk.CalledAsync(entry.Id, reached: false, Clerk, None)).Failure!.Code);
        Assert.Empty(await desk.DueAsync(Clerk, None));
    }

    [Fact]
    public async Task A_number_is_removed_some_time_after_the_call()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var desk = host.Get<CallbackDesk>();
        await desk.AskAsync("c1", "wechat", Phone, None);
        await desk.CalledAsync((await desk.DueAsync(Clerk, None))[0].Id, reached: true, Clerk, None);
        Assert.Equal(0, await desk.RemoveOldAsync(None));

        host.Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, await desk.RemoveOldAsync(None));
        Assert.Null(await host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<Callback>().Select(row => row.Phone).SingleAsync(token), None));
    }

    [Fact]
    public async Task Who_looks_at_the_numbers_stands_in_the_audit_trail()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        await host.Get<CallbackDesk>().AskAsync("c1", "wechat", Phone, None);

        await host.Get<CallbackDesk>().DueAsync(Clerk, None);

        var entries = await host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<AuditEntry>().OrderBy(entry => entry.Id).ToListAsync(token), None);
        Assert.Equal([("citizen", "callback.asked"), ("staff/sarnai", "callback.viewed")], entries.Select(entry => (entry.Actor, entry.Action)));
    }
}
