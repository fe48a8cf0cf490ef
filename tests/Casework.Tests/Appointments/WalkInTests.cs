using System.Globalization;
using LegalService.Casework.Appointments;
using LegalService.Casework.Audit;
using LegalService.Casework.Store;

namespace LegalService.Casework.Tests.Appointments;

public sealed class WalkInTests
{
    private static readonly Actor Clerk = Actor.Staff("li");

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Queue_and_diary_share_the_same_people(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        bench.Host.Time.SetUtcNow(Bench.At(8, 0));
        var slot = (await bench.FreeAsync())[0];
        Assert.True((await bench.BookAsync(slot)).Succeeded);
        bench.Host.Time.SetUtcNow(Bench.At(9, 7));
        var (first, second) = (await TakeAsync(bench), await TakeAsync(bench));
        Assert.Equal(("001", 0, "002", 1), (first.Number, first.Ahead, second.Number, second.Ahead));
        // One lawyer is with the appointment until 9:30, the other takes the first number until 9:35; then there is one for the second.
        Assert.Equal(bench.Host.Time.GetUtcNow(), first.EstimatedStart);
        Assert.Equal(first.Id, (await CallAsync(bench)).Value!.Id);
        Assert.Equal("queue.busy", (await CallAsync(bench)).Failure?.Code);
        Assert.Equal(1, (await bench.FreeAsync()).Count(slot => slot.Start == Bench.At(10, 30)));
        bench.Host.Time.SetUtcNow(Bench.At(9, 12));
        Assert.Equal(TicketState.Served, (await bench.WalkIns.ServedAsync(first.Id, Clerk, CancellationToken.None)).Value!.State);
        bench.Host.Time.SetUtcNow(Bench.At(9, 15));
        Assert.Equal(second.Id, (await CallAsync(bench)).Value!.Id);
        Assert.Equal("002", Assert.Single((await bench.WalkIns.TodayAsync(Bench.Office, CancellationToken.None)).Serving));
        Assert.Equal("queue.empty", (await CallAsync(bench)).Failure?.Code);
        Assert.Equal("ticket.state", (await bench.WalkIns.ServedAsync(first.Id, Clerk, CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_skipped_number_frees_its_lawyer_and_a_number_can_be_given_back(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var (first, second) = (await TakeAsync(bench), await TakeAsync(bench));
        await CallAsync(bench);
        Assert.Equal(TicketState.Skipped, (await bench.WalkIns.SkipAsync(first.Id, Clerk, CancellationToken.None)).Value!.State);
        Assert.Equal(TicketState.Left, (await bench.WalkIns.LeaveAsync(second.Id, CancellationToken.None)).Value!.State);
        Assert.Equal("ticket.notFound", (await bench.WalkIns.LeaveAsync(Guid.NewGuid(), CancellationToken.None)).Failure?.Code);
        Assert.Empty((await bench.WalkIns.TodayAsync(Bench.Office, CancellationToken.None)).Waiting);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Fifteen_at_once_take_fifteen_numbers_and_clerks_call_each_once(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var tickets = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => Task.Run(() => TakeAsync(bench))));
        Assert.Equal(Enumerable.Range(1, 15), tickets.Select(ticket => int.Parse(ticket.Number, CultureInfo.InvariantCulture)).Order());
        var called = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CallAsync(bench))));
        Assert.Equal("001 002", string.Join(' ', called.Where(call => call.Succeeded).Select(call => call.Value!.Number).Order(StringComparer.Ordinal)));
        Assert.All(called.Where(call => !call.Succeeded), call => Assert.Equal("queue.busy", call.Failure?.Code));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Numbers_are_given_where_and_while_somebody_is_there(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        async Task<string?> CodeAsync(string office, string service) =>
            (await bench.WalkIns.TakeAsync(office, service, null, CancellationToken.None)).Failure?.Code;
        Assert.Equal("office.unknown", await CodeAsync("x", Bench.Consultation));
        Assert.Equal("queue.none", await CodeAsync(Bench.Office, "x"));
        bench.Host.Time.SetUtcNow(Bench.At(11));
        var closed = (await bench.WalkIns.TakeAsync(Bench.Office, Bench.Consultation, null, CancellationToken.None)).Failure!;
        Assert.Equal(("queue.closed", Bench.At(9, 0, new(2026, 11, 27))), (closed.Code, closed.Details["opensAt"]));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_share_kept_for_walk_ins_is_not_booked(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider, places: Bench.County(share: "0.5"));
        Assert.All(await bench.FreeAsync(), slot => Assert.Equal(1, slot.Free));
        foreach (var slot in await bench.FreeAsync())
            Assert.True((await bench.BookAsync(slot, slot.Start.Hour + (slot.Start.Minute * 100))).Succeeded);
        Assert.Empty(await bench.FreeAsync());
        bench.Host.Time.SetUtcNow(Bench.At(9));
        await TakeAsync(bench);
        Assert.True((await CallAsync(bench)).Succeeded);
    }

    private static async Task<QueueTicket> TakeAsync(Bench bench) =>
        (await bench.WalkIns.TakeAsync(Bench.Office, Bench.Consultation, null, CancellationToken.None)).Value!;

    private static Task<Result<QueueTicket>> CallAsync(Bench bench) => bench.WalkIns.CallNextAsync(Bench.Office, null, Clerk, CancellationToken.None);
}
