using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LegalService.EndToEnd.Pages;

/// <summary>A page as a citizen handles it.</summary>
internal sealed class CitizenView : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _errors = new();

    public CitizenView(IPage browser)
    {
        Browser = browser;
        browser.PageError += (_, error) => _errors.Enqueue(error);
        browser.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Enqueue(message.Text);
        };
    }

    public IPage Browser { get; }

    public ILocator Heading => Browser.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Button(string name) => Browser.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Browser.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Browser.GetByLabel(label);

    /// <summary>What stands on the slip: number and code.</summary>
    public async Task<(string Number, string Code)> SlipAsync()
    {
        var slip = await Browser.Locator(".slip dd").AllInnerTextsAsync();
        return (slip[0], slip[1]);
    }

    /// <summary>Fills in the consultation's first page.</summary>
    public async Task AskAboutWagesAsync()
    {
        await Browser.GetByLabel("工钱、工伤、社保").CheckAsync();
        await Browser.GetByRole(AriaRole.Group, new() { NameRegex = new("收到过法院", RegexOptions.None, TimeSpan.FromSeconds(1)) }).GetByLabel("否").CheckAsync();
        await Browser.GetByLabel("把想问的说一说").FillAsync("老板欠我三个月工资不给，我想问怎么办。");
    }

    /// <summary>Fills in its second one.</summary>
    public async Task LeaveContactAsync(string phone)
    {
        await Browser.GetByLabel("打电话").CheckAsync();
        await Browser.GetByLabel("汉语").CheckAsync();
        await Browser.GetByLabel("怎么称呼您").FillAsync("巴特尔");
        await Browser.GetByLabel("联系电话").FillAsync(phone);
        await Browser.GetByRole(AriaRole.Group, new() { NameRegex = new("^同意", RegexOptions.None, TimeSpan.FromSeconds(1)) }).GetByLabel("是").CheckAsync();
    }

    /// <summary>What axe can check; that nothing has to be scrolled sideways; that the console is quiet. Keeps a picture where they are asked for.</summary>
    public async Task CheckAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await Browser.ScreenshotAsync(new() { Path = Path.Combine(folder, $"pages-{Browser.ViewportSize!.Width}-{name}.png"), FullPage = true });
        var result = await Browser.RunAxe();
        Assert.Empty(result.Violations.Select(found => $"{name}: {found.Id}: {string.Join(" | ", found.Nodes.Select(node => node.Html))}"));
        var tooWide = await Browser.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(tooWide <= 0, $"{name} is {tooWide} pixels too wide");
        Assert.Empty(_errors);
    }

    public async ValueTask DisposeAsync() => await Browser.Context.CloseAsync();
}
