using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using LegalService.Casework.Store;
using LegalService.Contracts;
using LegalService.Support;
using Refit;

namespace LegalService.Load;

/// <summary>200 citizens in parallel want the last 50 places.</summary>
internal static class PlacesRun
{
    private const int Citizens = 200;
    private const int Places = 50;
    private const string Service = "legal-consultation";

    public static async Task<bool> RunAsync(StoreProvider provider, int rounds)
    {
        var good = 0;
        for (var round = 1; round <= rounds; round++)
            good += await RoundAsync(provider, round) ? 1 : 0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"places store={provider} rounds={rounds} right={good}"));
        return good == rounds;
    }

    private static async Task<bool> RoundAsync(StoreProvider provider, int round)
    {
        var data = Directory.CreateTempSubdirectory("legalservice-load-").FullName;
        var settings = await StoreSettings.NewAsync(provider);
        var servers = new List<ServerProcess>();
        try
        {
            for (var count = provider == StoreProvider.PostgreSql ? 2 : 1; count > 0; count--)
                servers.Add(await ServerProcess.StartAsync(Path.Combine(data, $"server{count}"), settings));
            var wanted = await LastPlacesAsync(servers[0].Api);
            var booked = new ConcurrentBag<AppointmentResponse>();
            var offers = new ConcurrentBag<int>();
            var other = new ConcurrentBag<string>();
            await Task.WhenAll(Enumerable.Range(0, Citizens).Select(citizen => BookAsync(servers[citizen % servers.Count].Api, citizen, wanted, booked, offers, other)));
            var places = booked.GroupBy(appointment => (appointment.Office, appointment.Start)).ToDictionary(group => group.Key, group => group.Count());
            var oversold = wanted.GroupBy(slot => (slot.Office, slot.Start)).Count(group => places.GetValueOrDefault(group.Key) > group.Sum(slot => slot.Free));
            var right = booked.Count == Places && oversold == 0 && offers.Count == Citizens - Places && other.IsEmpty
                && booked.Select(appointment => appointment.Number).Distinct(StringComparer.Ordinal).Count() == Places;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"round={round} booked={booked.Count} taken={offers.Count} with_offer={offers.Count(next => next > 0)} oversold={oversold} other={string.Join('|', other.Distinct())}"));
            return right;
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>The first slots that together have 50 places; what the last of them has more is booked beforehand.</summary>
    private static async Task<IReadOnlyList<SlotResponse>> LastPlacesAsync(ILegalServiceApi api)
    {
        var wanted = new List<SlotResponse>();
        foreach (var slot in await api.SlotsAsync(Service))
        {
            wanted.Add(slot);
            for (var more = wanted.Sum(each => each.Free) - Places; more > 0; more--)
            {
                await api.BookAsync(new BookingRequest("先到的人", "13900000000", SlotId: slot.Id), Guid.NewGuid().ToString());
                wanted[^1] = wanted[^1] with { Free = wanted[^1].Free - 1 };
            }

            if (wanted.Sum(each => each.Free) == Places)
                return wanted;
        }

        throw new InvalidOperationException("The sample county has fewer places than this run needs");
    }

    /// <summary>Tries the wanted slots in an order of its own until one is his or all are gone.</summary>
    private static async Task BookAsync(
        ILegalServiceApi api,
        int citizen,
        IReadOnlyList<SlotResponse> wanted,
        ConcurrentBag<AppointmentResponse> booked,
        ConcurrentBag<int> offers,
        ConcurrentBag<string> other)
    {
        var next = 0;
        foreach (var slot in wanted.OrderBy(slot => HashCode.Combine(citizen, slot.Id)))
        {
            try
            {
                booked.Add(await api.BookAsync(
                    new BookingRequest("王小明", string.Create(CultureInfo.InvariantCulture, $"139{citizen:00000000}"), SlotId: slot.Id), Guid.NewGuid().ToString()));
                return;
            }
            catch (ApiException failure)
            {
                using var problem = JsonDocument.Parse(failure.Content ?? "{}");
                var code = problem.RootElement.TryGetProperty("code", out var given) ? given.GetString() : null;
                if (code != "slot.taken")
                    other.Add($"{(int)failure.StatusCode} {code}");
                else if (problem.RootElement.TryGetProperty("next", out var offered))
                    next = offered.GetArrayLength();
            }
        }

        offers.Add(next);
    }
}
