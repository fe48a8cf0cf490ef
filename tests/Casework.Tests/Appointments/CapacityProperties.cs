using FsCheck.Xunit;
using LegalService.Casework.Appointments;
using LegalService.Casework.Calendar;
using LegalService.Casework.Store;
using LegalService.Interviews.Calendar;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Appointments;

/// <summary>
/// Two histories run at the same time; afterwards what is written is counted anew, from appointments, holds and numbers, not from the cells that the
/// program counts by.
/// </summary>
public sealed class CapacityProperties(CapacityProperties.Servers servers) : IClassFixture<CapacityProperties.Servers>
{
    private static readonly Dictionary<string, int> Capacity = new(StringComparer.Ordinal) { ["lawyer"] = 2, ["room"] = 1, ["notary"] = 1 };

    [Property(MaxTest = 25, StartSize = 20, EndSize = 60)]
    public Task Capacity_is_never_exceeded_and_nothing_is_lost_on_one_server(byte[] first, byte[] second) => CheckAsync(StoreProvider.Sqlite, first, second);

    [Property(MaxTest = 25, StartSize = 20, EndSize = 60)]
    public Task Capacity_is_never_exceeded_and_nothing_is_lost_on_two_servers_whose_clocks_differ(byte[] first, byte[] second) =>
        CheckAsync(StoreProvider.PostgreSql, first, second);

    private async Task CheckAsync(StoreProvider provider, byte[] first, byte[] second)
    {
        var benches = await servers.StartAsync(provider);
        await ClearAsync(benches[0]);
        var day = benches[0].Host.Get<WorkCalendar>().NextWorkday(benches.Max(bench => BeijingTime.Today(bench.Host.Time)));
        foreach (var bench in benches)
            bench.Host.Time.SetUtcNow(Bench.At(9, 0, day));
        History[] histories = [new(benches[0], day, 1), new(benches[^1], day, 2)];
        await Task.WhenAll(Task.Run(() => histories[0].RunAsync(first)), Task.Run(() => histories[1].RunAsync(second)));
        await NothingIsLostAsync(benches[0], histories);
        await CapacityHoldsAsync(benches);
    }

    private static async Task NothingIsLostAsync(Bench bench, IEnumerable<History> histories)
    {
        foreach (var told in histories.SelectMany(history => history.Appointments.Values))
        {
            var found = (await bench.Own.FindAsync(told.Booked.Id, told.Booked.Code, CancellationToken.None)).Value!;
            Assert.Equal((told.State, told.Booked.Start, told.Booked.Way), (found.State, found.Start, found.Way));
        }

        var known = histories.Sum(history => history.Appointments.Count);
        Assert.Equal(known, await bench.CountAsync<Appointment>());
    }

    private static async Task CapacityHoldsAsync(Bench[] benches)
    {
        var now = benches.Max(bench => bench.Host.Time.GetUtcNow());
        var (appointments, holds, tickets, cells) = await benches[0].Host.Get<CaseworkStore>().ReadAsync(
            async (context, token) => (
                await context.Set<Appointment>().Where(appointment => appointment.State == AppointmentState.Booked).ToListAsync(token),
                await context.Set<Hold>().Where(hold => hold.ExpiresAt > now).ToListAsync(token),
                await context.Set<Ticket>().Where(ticket => ticket.CalledAt != null).ToListAsync(token),
                await context.Set<OccupiedCell>().ToListAsync(token)),
            CancellationToken.None);
        var uses = appointments.SelectMany(appointment => Uses(appointment.Service, appointment.Way, appointment.Start))
            .Concat(holds.Select(hold => SlotKey.Parse(hold.SlotId)!).SelectMany(slot => Uses(slot.Service, slot.Way, slot.Start)))
            .Concat(tickets.Select(UseOf))
            .ToList();
        foreach (var use in uses)
            Assert.InRange(uses.Count(other => other.Pool == use.Pool && other.From <= use.From && use.From < other.To), 0, Capacity[use.Pool]);

        // Every appointment has all the cells it needs, and no cell is kept for nobody.
        foreach (var appointment in appointments)
            Assert.Equal(CellsOf(appointment), cells.Count(cell => cell.Owner == appointment.Id && cell.Until == OccupiedCell.Kept));
        var owners = appointments.Select(appointment => appointment.Id).Concat(tickets.Select(ticket => ticket.Id)).ToHashSet();
        Assert.DoesNotContain(cells, cell => cell.Until == OccupiedCell.Kept && !owners.Contains(cell.Owner));
    }

    /// <summary>Half an hour is kept for a number that was called, less when it was over sooner.</summary>
    private static Use UseOf(Ticket ticket)
    {
        var from = Floor(ticket.CalledAt!.Value);
        var to = from.AddMinutes(30);
        return new("lawyer", from, ticket.OverAt < to ? ticket.OverAt.Value : to);
    }

    private static int CellsOf(Appointment appointment) => appointment is { Service: Bench.Notary, Way: MeetingWay.Video } ? 2 * 8 : 6;

    private static IEnumerable<Use> Uses(string service, MeetingWay way, DateTimeOffset start) => (service, way) switch
    {
        (Bench.Consultation, _) => [new("lawyer", start, start.AddMinutes(30))],
        (_, MeetingWay.Video) => [new("notary", start, start.AddMinutes(40)), new("room", start, start.AddMinutes(40))],
        _ => [new("room", start, start.AddMinutes(30))],
    };

    private static DateTimeOffset Floor(DateTimeOffset moment) => moment.AddTicks(-(moment.UtcTicks % TimeSpan.FromMinutes(5).Ticks));

    private static Task<int> ClearAsync(Bench bench) => bench.Host.Get<CaseworkStore>().WriteAsync(
        async (context, token) => await context.Set<OccupiedCell>().ExecuteDeleteAsync(token) + await context.Set<Hold>().ExecuteDeleteAsync(token)
            + await context.Set<Appointment>().ExecuteDeleteAsync(token) + await context.Set<Ticket>().ExecuteDeleteAsync(token)
            + await context.Set<WaitingEntry>().ExecuteDeleteAsync(token),
        CancellationToken.None);

    private sealed record Use(string Pool, DateTimeOffset From, DateTimeOffset To);

    /// <summary>One server over SQLite, two over one PostgreSQL; started once for all cases.</summary>
    public sealed class Servers : IAsyncLifetime
    {
        private readonly Dictionary<StoreProvider, Bench[]> _running = [];

        public Task InitializeAsync() => Task.CompletedTask;

        internal async Task<Bench[]> StartAsync(StoreProvider provider)
        {
            if (_running.TryGetValue(provider, out var running))
                return running;
            var county = Bench.County(hours: "[09:00-17:00]");
            if (provider == StoreProvider.Sqlite)
                return _running[provider] = [await Bench.StartAsync(provider, places: county)];
            var connection = await Support.PostgresServer.NewDatabaseAsync();
            return _running[provider] = [await Bench.StartAsync(provider, connection, county), await Bench.StartAsync(provider, connection, county)];
        }

        public async Task DisposeAsync()
        {
            foreach (var bench in _running.Values.SelectMany(benches => benches))
                await bench.DisposeAsync();
        }
    }
}
