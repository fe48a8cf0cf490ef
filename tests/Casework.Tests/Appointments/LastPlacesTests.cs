using LegalService.Casework.Appointments;
using LegalService.Casework.Store;

namespace LegalService.Casework.Tests.Appointments;

public sealed class LastPlacesTests
{
    private const int Citizens = 200;
    private const int Places = 50;
    private const int Rounds = 3;

    [Fact]
    public async Task Fifty_places_are_sold_fifty_times_when_two_hundred_confirm_them_from_two_servers()
    {
        var connection = await Support.PostgresServer.NewDatabaseAsync();
        await using var first = await Bench.StartAsync(StoreProvider.PostgreSql, connection);
        await using var second = await Bench.StartAsync(StoreProvider.PostgreSql, connection);
        for (var round = 0; round < Rounds; round++)
            await RushAsync([first, second], Bench.Tomorrow.AddDays(round == 0 ? 0 : round + 3));
        Assert.Equal(Places * Rounds, await first.CountAsync<Appointment>());
    }

    [Fact]
    public async Task Fifty_places_are_sold_fifty_times_when_two_hundred_confirm_them_on_SQLite()
    {
        await using var bench = await Bench.StartAsync(StoreProvider.Sqlite);
        for (var round = 0; round < Rounds; round++)
            await RushAsync([bench], Bench.Tomorrow.AddDays(round == 0 ? 0 : round + 3));
        Assert.Equal(Places * Rounds, await bench.CountAsync<Appointment>());
    }

    private static async Task RushAsync(Bench[] servers, DateOnly day)
    {
        var slot = Assert.Single(await servers[0].FreeAsync(Bench.Lecture, day: day));
        Assert.Equal(Places, slot.Free);
        var answers = await Task.WhenAll(Enumerable.Range(1, Citizens).Select(citizen => Task.Run(() => ConfirmAsync(servers[citizen % servers.Length], slot, citizen))));
        Assert.Equal(Places, answers.Count(answer => answer.Succeeded));
        Assert.Equal(Places, answers.Where(answer => answer.Succeeded).Select(answer => answer.Value!.Number).Distinct(StringComparer.Ordinal).Count());
        Assert.All(answers.Where(answer => !answer.Succeeded), answer => Assert.Equal("slot.taken", answer.Failure!.Code));
        Assert.All(answers.Where(answer => !answer.Succeeded), answer => Assert.NotEmpty((IReadOnlyList<Slot>)answer.Failure!.Details["next"]!));
        Assert.Empty(await servers[^1].FreeAsync(Bench.Lecture, day: day));
    }

    /// <summary>Every second citizen holds first, as the pages do; the others book at once.</summary>
    private static async Task<Result<Booked>> ConfirmAsync(Bench server, Slot slot, int citizen)
    {
        if (citizen % 4 < 2)
            return await server.BookAsync(slot, citizen);
        var hold = await server.Desk.HoldAsync(slot.Id, CancellationToken.None);
        return hold.Succeeded ? await server.BookAsync(hold.Value, citizen) : hold.Failure;
    }
}
