using LegalService.Casework.Store;
using LegalService.Interviews;
using LegalService.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace LegalService.Casework.Tests.Hosting;

/// <summary>Casework as a server composes it, over a database of its own and a clock the test moves. Starts on Wednesday 2026-11-25, 9:00 in Beijing.</summary>
internal sealed class CaseworkHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CaseworkHost(ServiceProvider services, FakeTimeProvider time, string folder, string? connection) =>
        (_services, Time, Folder, Connection) = (services, time, folder, connection);

    public FakeTimeProvider Time { get; }

    /// <summary>The data directory.</summary>
    public string Folder { get; }

    /// <summary>The connection string; null: the file in the data directory.</summary>
    public string? Connection { get; }

    /// <summary>The shipped corpus.</summary>
    public static string CorpusFolder { get; } = FindCorpus(AppContext.BaseDirectory);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <param name="provider">The database.</param>
    /// <param name="folder">The data directory of an earlier host; null for a new one.</param>
    /// <param name="connection">The database of an earlier host; null for a new one.</param>
    /// <param name="configure">Further services or options.</param>
    public static async Task<CaseworkHost> StartAsync(
        StoreProvider provider, string? folder = null, string? connection = null, Action<IServiceCollection>? configure = null)
    {
        folder ??= Directory.CreateTempSubdirectory("legalservice-casework-").FullName;
        if (provider == StoreProvider.PostgreSql)
            connection ??= await PostgresServer.NewDatabaseAsync();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8)));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        services.AddCasework(options => (options.Provider, options.DataDirectory, options.ConnectionString) = (provider, folder, connection));
        services.Configure<CorpusOptions>(options => options.Folder = CorpusFolder);
        services.AddInterviews(options => options.Folder = Path.Combine(CorpusFolder, "services"));
        configure?.Invoke(services);
        var built = services.BuildServiceProvider(validateScopes: true);
        // Only what prepares the store: a test runs the timers' work itself, when it wants to.
        foreach (var start in built.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await start.StartingAsync(CancellationToken.None);
        return new CaseworkHost(built, time, folder, connection);
    }

    private static string FindCorpus(string folder) => Directory.Exists(Path.Combine(folder, "corpus", "calendar"))
        ? Path.Combine(folder, "corpus")
        : FindCorpus(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("corpus"));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
