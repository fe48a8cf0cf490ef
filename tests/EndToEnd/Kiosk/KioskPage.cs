using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Kiosk;

/// <summary>The screen as somebody handles it who has fingers and nothing else.</summary>
internal sealed class KioskPage : IAsyncDisposable
{
    // Milliseconds.
    private const float Patience = 12_000;

    private readonly ConcurrentQueue<string> _errors = new();

    private KioskPage(IPage browser)
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

    /// <summary>How often the screen was tapped.</summary>
    public int Taps { get; private set; }

    public ILocator Heading => Browser.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Main => Browser.Locator("#main");

    /// <summary>What was typed on a pad.</summary>
    public ILocator Typed => Browser.Locator("output.typed");

    public ILocator Button(string name, bool exact = false) => Browser.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    public static async Task<KioskPage> OpenAsync(IPage browser)
    {
        browser.SetDefaultTimeout(Patience);
        var page = new KioskPage(browser);
        await browser.GotoAsync("/");
        await page.AtHomeAsync();
        return page;
    }

    /// <summary>Waits for the first screen of somebody new, alive.</summary>
    public async Task AtHomeAsync()
    {
        await AtAsync("您要办什么？");
        await Expect(Browser.Locator("html.watched")).ToBeAttachedAsync();
        await Expect(Button("结束并清除")).ToBeDisabledAsync();
    }

    /// <summary>Waits for a screen.</summary>
    public Task AtAsync(string heading) => Expect(Heading).ToContainTextAsync(heading, new() { Timeout = 20_000 });

    /// <summary>Taps what is named so.</summary>
    public async Task TapAsync(string name, bool exact = false)
    {
        Taps++;
        var button = Button(name, exact).Or(Browser.GetByRole(AriaRole.Radio, new() { Name = name, Exact = exact })).First;
        await button.TapAsync();
    }

    /// <summary>Taps the keys of a pad one by one.</summary>
    public async Task TypeKeysAsync(string keys)
    {
        foreach (var key in keys.Where(char.IsAsciiLetterOrDigit))
            await TapAsync(key.ToString(), exact: true);
    }

    /// <summary>Taps letters on the keyboard and then the first character that they can stand for.</summary>
    public async Task TypePinyinAsync(string letters, string character)
    {
        foreach (var letter in letters)
            await Browser.Locator($".hg-button[data-skbtn='{letter}']").TapAsync();
        await Browser.Locator("li.hg-candidate-box-list-item", new() { HasTextString = character }).First.TapAsync();
        await Expect(Browser.Locator("textarea")).ToHaveValueAsync(new Regex(character + "$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <summary>What axe can check, that nothing is too wide, and that whatever is touched is large enough.</summary>
    public async Task CheckAsync()
    {
        var result = await Browser.RunAxe();
        Assert.Empty(result.Violations.Select(found => $"{found.Id}: {string.Join(" | ", found.Nodes.Select(node => node.Html))}"));
        var faults = await Browser.EvaluateAsync<string[]>("""
            () => {
              const main = document.getElementById('main');
              const small = Array.from(document.querySelectorAll('button'))
                .filter(element => element.offsetParent && !element.matches('.down'))
                .filter(element => element.getBoundingClientRect().height < 87.5)
                .map(element => 'small: ' + element.innerText);
              return main.scrollWidth > main.clientWidth ? [...small, 'too wide by ' + (main.scrollWidth - main.clientWidth)] : small;
            }
            """);
        Assert.Empty(faults);
        Assert.Empty(_errors);
    }

    /// <summary>Keeps a picture where the environment asks for them (<c>SCREENSHOTS</c>: a folder), for people to look at.</summary>
    public async Task ShowAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await Browser.ScreenshotAsync(new() { Path = Path.Combine(folder, $"kiosk-{name}-{Browser.ViewportSize!.Width}.png") });
    }

    public async ValueTask DisposeAsync() => await Browser.Context.CloseAsync();
}
