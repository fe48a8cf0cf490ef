using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>A page of the console as somebody of the staff handles it.</summary>
internal sealed class StaffPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _errors = new();

    private StaffPage(IPage browser)
    {
        Browser = browser;
        browser.PageError += (_, error) => _errors.Enqueue(error);
        browser.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Enqueue(message.Text);
        };
    }

    /// <summary>The page in the browser.</summary>
    public IPage Browser { get; }

    /// <summary>What the browser's console reported as errors.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    public ILocator Heading => Browser.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Button(string name, bool exact = false) => Browser.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    public ILocator Text(string text) => Browser.GetByText(text);

    /// <summary>Opens an address and waits until the page lives.</summary>
    public static async Task<StaffPage> OpenAsync(IPage browser, string path)
    {
        var page = new StaffPage(browser);
        await page.GoAsync(path);
        return page;
    }

    /// <summary>Opens another address and waits until the page lives.</summary>
    public async Task GoAsync(string path)
    {
        await Browser.GotoAsync(path);
        await Expect(Heading).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    /// <summary>What axe can check; and that nothing has to be scrolled sideways.</summary>
    public async Task CheckAsync()
    {
        var result = await Browser.RunAxe();
        Assert.Empty(result.Violations.Select(found => $"{found.Id}: {string.Join(" | ", found.Nodes.Select(node => node.Html))}"));
        var tooWide = await Browser.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(tooWide <= 0, $"The page is {tooWide} pixels too wide");
        Assert.Empty(_errors);
    }

    /// <summary>Keeps a picture where the environment asks for them (<c>SCREENSHOTS</c>: a folder), for people to look at.</summary>
    public async Task ShowAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await Browser.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await Browser.Context.CloseAsync();
}
