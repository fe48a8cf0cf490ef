using System.Diagnostics;
using System.Globalization;
using LegalService.Casework.Store;
using LegalService.Contracts;
using LegalService.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LegalService.Load;

/// <summary>How many submissions and slot searches a second, beside a bare endpoint that inserts one row into the same kind of database.</summary>
internal static class ThroughputRun
{
    private const int Clients = 16;

    public static async Task RunAsync(StoreProvider provider, int seconds)
    {
        var data = Directory.CreateTempSubdirectory("legalservice-load-").FullName;
        var settings = await StoreSettings.NewAsync(provider);
        await using var server = await ServerProcess.StartAsync(data, settings);
        await using var bare = await BareAsync(provider, data, settings.GetValueOrDefault("ConnectionStrings__Default"));
        using var bareClient = new HttpClient { BaseAddress = new Uri(bare.Urls.First()) };
        var answers = await Citizen.FillInAsync(server.Api, "legal-consultation", 1);
        for (var pass = 1; pass <= 3; pass++)
        {
            await MeasureAsync("bare insert", pass, seconds, async _ => (await bareClient.PostAsync(new Uri("/", UriKind.Relative), null)).EnsureSuccessStatusCode());
            await MeasureAsync("submit", pass, seconds, async _ => await server.Api.SubmitAsync(new SubmissionRequest("legal-consultation", answers), Guid.NewGuid().ToString()));
            await MeasureAsync("slots", pass, seconds, async _ => await server.Api.SlotsAsync("legal-consultation"));
        }

        Directory.Delete(data, recursive: true);
    }

    private static async Task MeasureAsync(string what, int pass, int seconds, Func<int, Task> call)
    {
        var times = new List<double>[Clients];
        var all = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            times[client] = [];
            while (all.Elapsed.TotalSeconds < seconds)
            {
                var one = Stopwatch.GetTimestamp();
                await call(client);
                times[client].Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
            }
        }));
        var sorted = times.SelectMany(each => each).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"pass={pass} what={what.Replace(' ', '_')} per_second={sorted.Count / all.Elapsed.TotalSeconds:0} p50_ms={sorted[sorted.Count / 2]:0.0} p99_ms={sorted[sorted.Count * 99 / 100]:0.0}"));
    }

    private static async Task<WebApplication> BareAsync(StoreProvider provider, string data, string? postgres)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        if (provider == StoreProvider.PostgreSql)
        {
            var source = NpgsqlDataSource.Create(postgres!);
            // The tests' server keeps nothing safe from a power cut; one that is measured writes through to the disk as SQLite does.
            foreach (var durable in (string[])["ALTER SYSTEM SET fsync = on", "SELECT pg_reload_conf()"])
            {
                await using var command = source.CreateCommand(durable);
                await command.ExecuteNonQueryAsync();
            }

            await using (var create = source.CreateCommand("CREATE TABLE bare (id uuid PRIMARY KEY, text text)"))
            {
                await create.ExecuteNonQueryAsync();
            }

            app.MapPost("/", async () =>
            {
                await using var insert = source.CreateCommand("INSERT INTO bare VALUES ($1, $2)");
                insert.Parameters.Add(new NpgsqlParameter { Value = Guid.CreateVersion7() });
                insert.Parameters.Add(new NpgsqlParameter { Value = "one row" });
                await insert.ExecuteNonQueryAsync();
            });
        }
        else
        {
            var connectionString = $"Data Source={Path.Combine(data, "bare.db")}";
            await ExecuteAsync(connectionString, "PRAGMA journal_mode=WAL; CREATE TABLE bare (id TEXT PRIMARY KEY, text TEXT)");
            var writer = new SemaphoreSlim(1);
            app.MapPost("/", async () =>
            {
                await writer.WaitAsync();
                try
                {
                    await ExecuteAsync(connectionString, $"INSERT INTO bare VALUES ('{Guid.CreateVersion7()}', 'one row')");
                }
                finally
                {
                    writer.Release();
                }
            });
        }

        await app.StartAsync();
        return app;
    }

    private static async Task ExecuteAsync(string connectionString, string command)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var execute = connection.CreateCommand();
        execute.CommandText = command;
        await execute.ExecuteNonQueryAsync();
    }
}
