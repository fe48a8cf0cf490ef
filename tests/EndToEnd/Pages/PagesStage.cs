using LegalService.Contracts;
using LegalService.EndToEnd.Support;
using LegalService.Support;
using Microsoft.Playwright;
using Refit;

namespace LegalService.EndToEnd.Pages;

/// <summary>A server whose messages come to phones of the test, and a browser. Every test opens a profile of its own.</summary>
public sealed class PagesStage : IAsyncLifetime
{
    private ServerProcess? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal SmsGateway Phones { get; } = SmsGateway.Start();

    internal ILegalServiceApi Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        _server = await ServerProcess.StartAsync(
            ["--RateLimits:WritesPerMinute", "100000", "--RateLimits:LookupsPerMinute", "100000", .. Phones.Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value })]);
        Api = RestService.For<ILegalServiceApi>(_server.Address.ToString().TrimEnd('/'));
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        Phones.Dispose();
    }

    /// <summary>Opens a page as a citizen does.</summary>
    /// <param name="path">On the site.</param>
    /// <param name="width">Of the screen, in pixels.</param>
    /// <param name="scripts">False: a browser without JavaScript.</param>
    internal async Task<CitizenView> OpenAsync(string path, int width = 390, bool scripts = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _server!.Address.ToString(),
            Locale = "zh-CN",
            JavaScriptEnabled = scripts,
            ViewportSize = new ViewportSize { Width = width, Height = 844 },
        });
        var view = new CitizenView(await context.NewPageAsync());
        await view.Browser.GotoAsync(path);
        return view;
    }
}

/// <summary>Tests that share the stage.</summary>
[CollectionDefinition(Name)]
public sealed class PagesTests : ICollectionFixture<PagesStage>
{
    public const string Name = "pages";
}
