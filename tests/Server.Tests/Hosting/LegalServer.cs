using System.Net;
using System.Text.Json;
using LegalService.Knowledge.Import;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LegalService.Server.Tests.Hosting;

/// <summary>The real server on a free port, with a data directory of its own and the corpus of the tests.</summary>
public sealed class LegalServer : WebApplicationFactory<Program>
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string?> _settings;

    private readonly Action<IServiceCollection> _replace;

    private LegalServer(IEnumerable<(string Key, string Value)> settings, Action<IServiceCollection> replace)
    {
        _replace = replace;
        _settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["environment"] = "Production",
            ["Storage:DataDirectory"] = _folder["data"],
            ["Knowledge:Folders:0"] = Corpus,
            ["Knowledge:CheckEvery"] = "00:00:00.2",
            ["RateLimits:AnswersPerMinute"] = "100000",
            ["RateLimits:ReadsPerMinute"] = "100000",
            ["RateLimits:TokensPerMinute"] = "100000",
            ["RateLimits:UploadsPerMinute"] = "100000",
        };
        foreach (var (key, value) in settings)
            _settings[key] = value;
        // Not UseKestrel(0): with a port it changes the addresses while the server may already listen (dotnet/aspnetcore#67714).
        UseKestrel();
    }

    /// <summary>The corpus of this server alone; a test may change it.</summary>
    public string Corpus => _folder["corpus"];

    /// <summary>The data directory.</summary>
    public string Data => _folder["data"];

    /// <summary>Everything it logs, from the finest level on.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>Address and client of the running server.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts a server and waits until it can answer.</summary>
    public static Task<LegalServer> StartAsync(params (string Key, string Value)[] settings) => StartAsync(_ => { }, settings);

    /// <summary>The same with something of the machine replaced, such as its clock.</summary>
    public static async Task<LegalServer> StartAsync(Action<IServiceCollection> replace, params (string Key, string Value)[] settings)
    {
        var server = new LegalServer(settings, replace);
        TempFolder.Copy(OwnCorpus, server.Corpus);
        server.Start();
        await Eventually.ReadAsync(server.ReadinessAsync, status => status == HttpStatusCode.OK);
        return server;
    }

    /// <summary>Starts a server that has the full text of the invented statutes too.</summary>
    public static async Task<LegalServer> StartWithFullTextAsync()
    {
        var server = Prepare([]);
        TempFolder.Copy(OwnCorpus, server.Corpus);
        var report = await new StatuteImporter().ImportAsync(OwnStatutes, server._folder["fulltext"], null, CancellationToken.None);
        Assert.Empty(report.Problems);
        server._settings["Knowledge:Folders:1"] = server._folder["fulltext"];
        server.Start();
        await Eventually.ReadAsync(() => server.Client.GetAsync("/api/v1/articles/井水法/第一条"), response => response.IsSuccessStatusCode);
        return server;
    }

    /// <summary>A server that is not started and whose corpus folder does not exist yet.</summary>
    public static LegalServer Prepare(params (string Key, string Value)[] settings) => new(settings, _ => { });

    /// <summary>The corpus of the tests, to be copied.</summary>
    public static string OwnCorpus => Path.Combine(AppContext.BaseDirectory, "test-corpus");

    private static string OwnStatutes => Path.Combine(AppContext.BaseDirectory, "test-statutes");

    public void Start()
    {
        StartServer();
        Client = CreateClient();
    }

    /// <summary>What it says of its health, whatever the status.</summary>
    public async Task<JsonElement> ReadHealthAsync()
    {
        using var response = await Client.GetAsync("/health/ready");
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(_replace);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Log.Dispose();
            _folder.Dispose();
        }
    }

    private async Task<HttpStatusCode> ReadinessAsync()
    {
        using var response = await Client.GetAsync("/health/ready");
        return response.StatusCode;
    }
}
