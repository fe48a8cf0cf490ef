using LegalService.Bot.Turns;
using LegalService.Casework;
using LegalService.Casework.Store;
using LegalService.Interviews;
using LegalService.Knowledge;
using LegalService.Knowledge.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace LegalService.Bot.Tests.Support;

/// <summary>The bot as a server composes it, over a database of its own, the corpus of the tests and a clock the test moves.</summary>
public sealed class BotHost : IAsyncLifetime
{
    /// <summary>Services, holidays and offices are the shipped ones.</summary>
    private static readonly string ShippedCorpus = FindCorpus(AppContext.BaseDirectory);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legalservice-bot-");
    private ServiceProvider _services = null!;

    /// <summary>Wednesday 2026-11-25, 9:00 in Beijing.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>The bot.</summary>
    public IBot Bot => Get<IBot>();

    /// <summary>A server of its own for one test.</summary>
    /// <param name="connection">PostgreSQL; null is SQLite.</param>
    /// <param name="configure">Further services or options.</param>
    public static async Task<BotHost> StartAsync(string? connection = null, Action<IServiceCollection>? configure = null)
    {
        var host = new BotHost();
        await host.StartAsync(services =>
        {
            if (connection is not null)
                services.Configure<StoreOptions>(options => (options.Provider, options.ConnectionString) = (StoreProvider.PostgreSql, connection));
            configure?.Invoke(services);
        });
        return host;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task InitializeAsync() => StartAsync(_ => { });

    public async Task DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    private async Task StartAsync(Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddKnowledge(options =>
        {
            options.Folders.Add(Path.Combine(AppContext.BaseDirectory, "test-corpus"));
            options.IndexFolder = _folder.CreateSubdirectory("index").FullName;
        });
        services.AddInterviews(options => options.Folder = Path.Combine(AppContext.BaseDirectory, "corpus", "services"));
        services.AddCasework(options => options.DataDirectory = _folder.FullName);
        services.Configure<CorpusOptions>(options => options.Folder = ShippedCorpus);
        services.AddInterviews(options => options.Folder = Path.Combine(ShippedCorpus, "services"));
        services.AddBot();
        configure(services);
        _services = services.BuildServiceProvider(validateScopes: true);
        foreach (var start in _services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await start.StartingAsync(CancellationToken.None);
        foreach (var loader in _services.GetServices<IHostedService>().Where(service => service.GetType().Assembly == typeof(KnowledgeBase).Assembly))
            await loader.StartAsync(CancellationToken.None);
        while (Get<KnowledgeBase>().Current is null)
            await Task.Delay(20);
    }

    private static string FindCorpus(string folder) => Directory.Exists(Path.Combine(folder, "corpus", "calendar"))
        ? Path.Combine(folder, "corpus")
        : FindCorpus(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("corpus"));
}
