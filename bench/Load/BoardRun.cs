using System.Diagnostics;
using System.Globalization;
using LegalService.Casework.Audit;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;

namespace LegalService.Load;

/// <summary>How long a clerk waits for the board and for a search over a full store.</summary>
internal static class BoardRun
{
    private const int Runs = 21;
    private const int PageSize = 20;

    private static readonly Actor Clerk = Actor.Staff("narisu");

    public static async Task RunAsync(StoreProvider provider, string dataDirectory, string? connectionString, string? plans)
    {
        await using var services = await Seed.OpenAsync(provider, dataDirectory, connectionString);
        var list = services.GetRequiredService<RequestList>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var open = new QueueFilter { States = QueueFilter.Open, Take = PageSize };
        var last = await list.ListAsync(open, CancellationToken.None);
        (string Name, Func<Task> Ask)[] questions =
        [
            ("first page", () => list.ListAsync(open, CancellationToken.None)),
            ("last page", () => list.ListAsync(open with { Skip = last.Total - PageSize }, CancellationToken.None)),
            ("of one service and office", () => list.ListAsync(open with { Service = "legal-aid", Office = "example-centre" }, CancellationToken.None)),
            ("late", () => list.ListAsync(open with { DueBefore = now }, CancellationToken.None)),
            ("done, first page", () => list.ListAsync(new() { States = [RequestState.Done], Take = PageSize }, CancellationToken.None)),
            ("counts", () => list.CountAsync(CancellationToken.None)),
            ("search by number", () => list.FindByNumberAsync(last.Lines[0].Number, CancellationToken.None)),
            ("search by phone", () => list.FindByPersonAsync("phone", "13900000001", Clerk, CancellationToken.None)),
            ("search by name", () => list.FindByPersonAsync("name", "王小明", Clerk, CancellationToken.None)),
        ];
        foreach (var (name, ask) in questions)
        {
            var times = new List<double>();
            for (var run = 0; run <= Runs; run++)
            {
                var began = Stopwatch.GetTimestamp();
                await ask();
                // The first one builds the queries.
                if (run > 0)
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"board store={provider} \"{name}\" runs={Runs} median_ms={times[Runs / 2]:0.0} p95_ms={times[(int)(Runs * 0.95)]:0.0}"));
        }

        if (plans is null)
            return;
        using var heard = new QueryPlans();
        foreach (var (_, ask) in questions)
            await ask();
        await using var context = services.GetRequiredService<Func<CaseworkContext>>()();
        await using var output = File.CreateText(plans);
        await heard.WriteAsync(context, output);
    }
}
