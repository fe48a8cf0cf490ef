using Microsoft.Playwright;

namespace LegalService.EndToEnd.Support;

/// <summary>One server and one browser for all tests; every test opens a browser profile of its own.</summary>
public sealed class Stage : IAsyncLifetime
{
    private const string DefaultChromium = "/usr/bin/chromium";

    /// <summary>Opens every conversation of the stage's server.</summary>
    internal const string Secret = "secret-of-the-stage-0123456789";

    private static readonly string[] BrowserArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--use-fake-device-for-media-stream",
    ];

    private ServerProcess? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? DefaultChromium;
        if (!File.Exists(chromium))
            throw new InvalidOperationException($"No Chromium at {chromium}. Install it (apt-get install chromium) or set CHROMIUM_PATH to one.");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = BrowserArguments });
        server = await ServerProcess.StartAsync("--DirectLine:Secret", Secret, "--Bot:TypingAfterMilliseconds", "1",
            "--RateLimits:WritesPerMinute", "100000", "--RateLimits:LookupsPerMinute", "100000", "--RateLimits:SignInsPerMinute", "100000", "--Staff:RevalidateSeconds", "2",
            "--Handovers:Office", "example-self-service");
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }

    /// <summary>Where the server listens.</summary>
    internal Uri Address => server!.Address;

    /// <summary>The server itself, for its commands.</summary>
    internal ServerProcess Server => server!;

    /// <summary>Opens a new browser profile.</summary>
    /// <param name="width">Of the screen, in pixels.</param>
    /// <param name="height">Of the screen, in pixels.</param>
    internal Task<IBrowserContext> NewProfileAsync(int width = 1024, int height = 900) =>
        browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = Address.ToString(), Locale = "zh-CN", ViewportSize = new ViewportSize { Width = width, Height = height } });

    /// <summary>Opens a new browser profile of a touch screen, for another process than the server.</summary>
    /// <param name="address">Where that process serves.</param>
    /// <param name="screen">Size of the screen.</param>
    internal Task<IBrowserContext> NewTouchProfileAsync(Uri address, ViewportSize screen) => browser!.NewContextAsync(
        new BrowserNewContextOptions { BaseURL = address.ToString(), HasTouch = true, Locale = "zh-CN", ViewportSize = screen, Permissions = ["camera"] });

    /// <summary>Opens a page in a new browser profile and waits until it can be used.</summary>
    /// <param name="screen">The device.</param>
    /// <param name="path">Path on the site.</param>
    /// <param name="colors">Light or dark.</param>
    internal async Task<ChatPage> OpenAsync(Screen screen, string path = "/", ColorScheme colors = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server!.Address.ToString(),
            ColorScheme = colors,
            HasTouch = screen == Screen.Phone,
            IsMobile = screen == Screen.Phone,
            Locale = "zh-CN",
            Permissions = ["clipboard-read", "clipboard-write"],
            ViewportSize = screen == Screen.Phone ? new ViewportSize { Width = 360, Height = 740 } : new ViewportSize { Width = 1280, Height = 800 },
        });
        return await ChatPage.OpenAsync(await context.NewPageAsync(), path);
    }
}

/// <summary>A device a citizen uses.</summary>
public enum Screen
{
    /// <summary>360 pixels wide, with touch.</summary>
    Phone,

    /// <summary>1280 pixels wide, with a mouse.</summary>
    Desktop,
}

/// <summary>Tests that share the stage.</summary>
[CollectionDefinition(Name)]
public sealed class StageTests : ICollectionFixture<Stage>
{
    public const string Name = "stage";
}
