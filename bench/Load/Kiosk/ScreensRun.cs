using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace LegalService.Load.Kiosk;

/// <summary>
/// The kiosk's screens in a real browser: how long from the start of the process to the first screen, how long from a tap to the next screen painted, and what
/// a thousand people leave behind in memory. Needs Chromium (<c>CHROMIUM_PATH</c>, else /usr/bin/chromium); without a centre, as on a night with the line cut.
/// </summary>
internal static class ScreensRun
{
    private const int WarmUp = 20;

    private static readonly string Program = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "../../../../../src/Kiosk/bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!), "net10.0", "LegalService.Kiosk.dll"));

    // A tap counts until the next picture after the screen has changed.
    private const string Watch = """
        () => {
          window.waits = [];
          let since = null;
          addEventListener('pointerdown', () => { since = performance.now(); }, true);
          new MutationObserver(() => {
            if (since === null)
              return;
            const from = since;
            since = null;
            requestAnimationFrame(() => requestAnimationFrame(() => waits.push(performance.now() - from)));
          }).observe(document.getElementById('main'), { childList: true, subtree: true });
        }
        """;

    public static async Task RunAsync(int sessions)
    {
        var data = Directory.CreateTempSubdirectory("legalservice-screens-");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu"],
        });
        var started = Stopwatch.GetTimestamp();
        using var kiosk = Process.Start(new ProcessStartInfo("dotnet", [Program, "--urls", address.ToString(), "--Storage:DataDirectory", data.FullName, "--Logging:LogLevel:Default", "Error"]))!;
        try
        {
            var page = await browser.NewPageAsync(new() { BaseURL = address.ToString(), HasTouch = true, ViewportSize = new() { Width = 1080, Height = 1920 } });
            await OpenAsync(page);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to first screen {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
            await TapsAsync(page);
            await SessionsAsync(page, kiosk, sessions);
        }
        finally
        {
            kiosk.Kill(entireProcessTree: true);
            await kiosk.WaitForExitAsync();
            data.Delete(recursive: true);
        }
    }

    private static async Task OpenAsync(IPage page)
    {
        while (true)
        {
            try
            {
                await page.GotoAsync("/");
                await page.Locator("html.watched").WaitForAsync(new() { State = WaitForSelectorState.Attached });
                return;
            }
            catch (PlaywrightException) when (page.Url.StartsWith("about:", StringComparison.Ordinal) || page.Url.StartsWith("chrome-error:", StringComparison.Ordinal))
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task TapsAsync(IPage page)
    {
        await page.EvaluateAsync(Watch);
        for (var round = 0; round < 60; round++)
        {
            await page.Locator(".tile").Nth(5).TapAsync();
            await page.Locator(".line").Nth(round % 6).TapAsync();
            await page.Locator(".guide").WaitForAsync();
            await page.Locator(".ways .way").Nth(0).TapAsync();
            await page.Locator(".ways .way").Nth(1).TapAsync();
            await page.Locator(".tile").First.WaitForAsync();
        }

        var waits = (await page.EvaluateAsync<double[]>("() => waits")).Skip(WarmUp).Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"tap to next screen n={waits.Length} p50={waits[waits.Length / 2]:0} ms p99={waits[waits.Length * 99 / 100]:0} ms"));
    }

    private static async Task SessionsAsync(IPage page, Process kiosk, int sessions)
    {
        for (var session = 0; session <= sessions; session++)
        {
            if (session % 100 == 0)
            {
                kiosk.Refresh();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after {session} sessions {kiosk.WorkingSet64 / 1_048_576} MB"));
            }
            await OpenAsync(page);
            await page.Locator(".tile").Nth(5).TapAsync();
            await page.Locator(".line").First.TapAsync();
            await page.Locator(".guide").WaitForAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
