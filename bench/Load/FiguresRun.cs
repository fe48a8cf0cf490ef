using System.Diagnostics;
using System.Globalization;
using LegalService.Casework.Calendar;
using LegalService.Casework.Figures;
using LegalService.Casework.Store;
using LegalService.Support;

namespace LegalService.Load;

/// <summary>How long a clerk waits for figures and reports over a full store.</summary>
internal static class FiguresRun
{
    private const int Runs = 21;
    private const string Office = "example-centre";

    public static async Task RunAsync(StoreProvider provider, string dataDirectory, string? connectionString, int open, int closed, string? plans)
    {
        await using var services = await Seed.OpenAsync(provider, dataDirectory, connectionString ?? (provider == StoreProvider.PostgreSql ? await PostgresServer.NewDatabaseAsync() : null));
        await new Seed(services, open, closed).IfEmptyAsync();
        var desk = services.GetRequiredService<FiguresDesk>();
        var quarter = FigurePeriod.QuarterOf(BeijingTime.Today(services.GetRequiredService<TimeProvider>()));
        var year = FigurePeriod.Year(quarter.From.Year);
        (string Name, Func<Task> Ask)[] questions =
        [
            ("quarterly report, all offices", () => desk.ReportAsync(FiguresDesk.Quarterly, quarter, null, CancellationToken.None)),
            ("quarterly report, one office", () => desk.ReportAsync(FiguresDesk.Quarterly, quarter, Office, CancellationToken.None)),
            ("report of a year, all offices", () => desk.ReportAsync(FiguresDesk.Quarterly, year, null, CancellationToken.None)),
            ("dashboard of a quarter", () => DashboardAsync(desk, quarter, null)),
            ("dashboard of a year, one office", () => DashboardAsync(desk, year, Office)),
        ];
        foreach (var (name, ask) in questions)
        {
            var times = new List<double>();
            var work = Process.GetCurrentProcess().TotalProcessorTime;
            for (var run = 0; run <= Runs; run++)
            {
                var began = Stopwatch.GetTimestamp();
                await ask();
                // The first one builds the queries.
                if (run > 0)
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            // What this process worked tells more than the clock on a machine that others use; for PostgreSQL it leaves the database out.
            var processor = (Process.GetCurrentProcess().TotalProcessorTime - work).TotalMilliseconds / (Runs + 1);
            times.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"figures store={provider} \"{name}\" runs={Runs} median_ms={times[Runs / 2]:0} p95_ms={times[(int)(Runs * 0.95)]:0} processor_ms={processor:0}"));
        }

        if (plans is not null)
            await PlansAsync(services, desk, quarter, plans);
    }

    private static async Task DashboardAsync(FiguresDesk desk, FigurePeriod period, string? office)
    {
        await desk.TotalsAsync(period, office, CancellationToken.None);
        await desk.DaysAsync(period, office, CancellationToken.None);
        await desk.NowAsync(office, CancellationToken.None);
    }

    private static async Task PlansAsync(IServiceProvider services, FiguresDesk desk, FigurePeriod quarter, string file)
    {
        using var heard = new QueryPlans();
        await DashboardAsync(desk, quarter, null);
        await using var context = services.GetRequiredService<Func<CaseworkContext>>()();
        await using var output = File.CreateText(file);
        await heard.WriteAsync(context, output);
    }
}
