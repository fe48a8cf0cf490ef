using LegalService.Casework.Appointments;
using LegalService.Casework.Store;

namespace LegalService.Casework.Tests.Appointments;

public sealed class WaitingTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_place_that_frees_is_offered_to_the_first_who_waits_and_to_nobody_else(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider, places: Bench.County(seats: 1));
        var slot = (await bench.FreeAsync(Bench.Lecture))[0];
        var booked = (await bench.BookAsync(slot)).Value!;
        var (first, second) = (await JoinAsync(bench, 2), await JoinAsync(bench, 3));
        Assert.Equal((0, 1), (first.Ahead, second.Ahead));
        await bench.SweepAsync();
        await bench.Own.CancelAsync(booked.Id, booked.Code, null, CancellationToken.None);
        Assert.Equal("slot.taken", (await bench.BookAsync(slot, 4)).Failure?.Code);
        var view = await FindAsync(bench, first);
        Assert.Equal((WaitingState.Offered, slot.Start), (view.State, view.Offer!.Start));
        Assert.Equal((WaitingState.Waiting, 0), ((await FindAsync(bench, second)).State, (await FindAsync(bench, second)).Ahead));
        Assert.Equal(Bench.Phone(2), bench.Heard.Events[^1].Contact!.Phone);
        Assert.Equal("waiting.noOffer", (await bench.Waiting.AcceptAsync(second.Id, second.Code, "k2", CancellationToken.None)).Failure?.Code);
        var accepted = await bench.Waiting.AcceptAsync(first.Id, first.Code, "k1", CancellationToken.None);
        Assert.Equal(slot.Start, accepted.Value!.Start);
        Assert.Equal(accepted.Value, (await bench.Waiting.AcceptAsync(first.Id, first.Code, "k1", CancellationToken.None)).Value);
        Assert.Equal(WaitingState.Accepted, (await FindAsync(bench, first)).State);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_offer_that_lapses_goes_to_the_next_and_one_that_is_declined_too(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider, places: Bench.County(seats: 1));
        var booked = (await bench.BookAsync((await bench.FreeAsync(Bench.Lecture))[0])).Value!;
        var people = new[] { await JoinAsync(bench, 2), await JoinAsync(bench, 3), await JoinAsync(bench, 4) };
        await bench.Own.CancelAsync(booked.Id, booked.Code, null, CancellationToken.None);
        bench.Host.Time.Advance(TimeSpan.FromMinutes(120));
        await Task.WhenAll(bench.SweepAsync(), bench.SweepAsync());
        Assert.Equal([WaitingState.Lapsed, WaitingState.Offered, WaitingState.Waiting], await StatesAsync(bench, people));
        Assert.True((await bench.Waiting.LeaveAsync(people[1].Id, people[1].Code, CancellationToken.None)).Succeeded);
        Assert.Equal([WaitingState.Lapsed, WaitingState.Left, WaitingState.Offered], await StatesAsync(bench, people));
        Assert.Equal("waiting.notFound", (await bench.Waiting.LeaveAsync(people[1].Id, "22222222", CancellationToken.None)).Failure?.Code);
        Assert.Equal(24, await bench.CountAsync<OccupiedCell>());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_free_anyway_is_offered_by_the_sweep_in_order(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider, places: Bench.County(seats: 2));
        var people = new[] { await JoinAsync(bench, 2), await JoinAsync(bench, 3), await JoinAsync(bench, 4) };
        Assert.Equal("waiting.already", (await TryJoinAsync(bench, 2)).Failure?.Code);
        await Task.WhenAll(bench.SweepAsync(), bench.SweepAsync());
        Assert.Equal([WaitingState.Offered, WaitingState.Offered, WaitingState.Waiting], await StatesAsync(bench, people));
        Assert.Equal(2, bench.Heard.Events.Select(told => told.Id).Distinct().Count());
        bench.Host.Time.Advance(TimeSpan.FromDays(2));
        await bench.SweepAsync();
        Assert.Equal([WaitingState.Lapsed, WaitingState.Lapsed, WaitingState.Left], await StatesAsync(bench, people));
    }

    private static async Task<Joined> JoinAsync(Bench bench, int person)
    {
        bench.Host.Time.Advance(TimeSpan.FromSeconds(1));
        return (await TryJoinAsync(bench, person)).Value!;
    }

    private static Task<Result<Joined>> TryJoinAsync(Bench bench, int person) => bench.Waiting.JoinAsync(
        new(Bench.Lecture, Bench.Tomorrow, Bench.Tomorrow, "乌兰", Bench.Phone(person)), Guid.NewGuid().ToString(), CancellationToken.None);

    private static async Task<WaitingView> FindAsync(Bench bench, Joined joined) =>
        (await bench.Waiting.FindAsync(joined.Id, joined.Code, CancellationToken.None)).Value!;

    private static async Task<List<WaitingState>> StatesAsync(Bench bench, IEnumerable<Joined> people)
    {
        var states = new List<WaitingState>();
        foreach (var person in people)
            states.Add((await FindAsync(bench, person)).State);
        return states;
    }
}
