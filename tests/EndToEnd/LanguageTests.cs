using Deque.AxeCore.Playwright;
using LegalService.EndToEnd.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd;

/// <summary>Traditional Mongolian as a reader meets it: the sample is marked as one, columns run downwards and to the right, in a font that has the script.</summary>
[Collection(StageTests.Name)]
public sealed class LanguageTests(Stage stage)
{
    private const string FontIsThere = """() => document.fonts.ready.then(() => document.fonts.check('16px "Noto Sans Mongolian"', 'ᠮᠣᠩᠭᠣᠯ'))""";

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task The_chat_is_switched_to_Mongolian_and_back(Screen screen)
    {
        await using var page = await stage.OpenAsync(screen);
        await page.Browser.Locator("#languages button[lang=mn-Mong]").ClickAsync();

        await Expect(page.Browser.Locator(".sample")).ToContainTextAsync("样例");
        var send = page.Browser.Locator(".send .script-vertical-run");
        Assert.Equal("vertical-lr", await send.EvaluateAsync<string>("run => getComputedStyle(run).writingMode"));
        Assert.True(await send.EvaluateAsync<bool>("run => run.offsetHeight > run.offsetWidth && run.scrollHeight <= run.clientHeight + 1"), "The word does not stand upright");
        Assert.True(await page.Browser.EvaluateAsync<bool>(FontIsThere), "The font is not there");
        Assert.True(await page.Browser.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page is too wide");
        await CheckAsync(page.Browser);
        await PictureAsync(page.Browser, $"mongolian-chat-{screen}");

        await page.Button("中文").ClickAsync();
        await Expect(page.Send).ToBeVisibleAsync();
        Assert.Equal("zh-CN", await page.Browser.EvaluateAsync<string>("() => document.documentElement.lang"));
    }

    [Theory]
    [InlineData("/services/legal-aid", 390)]
    [InlineData("/services/legal-aid", 1280)]
    [InlineData("/services/legal-consultation/apply", 390)]
    [InlineData("/services/legal-consultation/apply", 1280)]
    public async Task A_guide_and_a_form_run_downwards_column_by_column_and_so_does_what_is_printed(string path, int width)
    {
        var context = await stage.NewProfileAsync(width, 844);
        await using var closing = context;
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{path}?language=mn");

        Assert.Equal("vertical-lr", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('main')).writingMode"));
        Assert.True(await page.EvaluateAsync<bool>(FontIsThere), "The font is not there");
        await Expect(page.Locator(".sample")).ToContainTextAsync("样例");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight"), "Columns are longer than the screen is high");
        Assert.Empty(await page.EvaluateAsync<string[]>(Overlapping));
        await CheckAsync(page);
        await PictureAsync(page, $"mongolian{path.Replace('/', '-')}-{width}");

        // What was chosen holds on the next page, and the way back is on each.
        await page.GotoAsync("/services");
        Assert.Equal("mn-Mong", await page.EvaluateAsync<string>("() => document.documentElement.lang"));
        await page.GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();
        Assert.Equal("zh-CN", await page.EvaluateAsync<string>("() => document.documentElement.lang"));

        await page.GotoAsync($"{path}?language=mn");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".sample")).ToBeVisibleAsync();
        Assert.Equal("vertical-lr", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('main')).writingMode"));
    }

    /// <summary>Parts of the page that lie upon one another.</summary>
    private const string Overlapping = """
        () => {
          const parts = [...document.querySelectorAll('header.site, main > *, footer')].filter(part => part.offsetWidth > 0).map(part => ({ part, box: part.getBoundingClientRect() }));
          const lies = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
          return parts.flatMap((one, at) => parts.slice(at + 1).filter(other => lies(one.box, other.box)).map(other => one.part.outerHTML.slice(0, 60) + ' | ' + other.part.outerHTML.slice(0, 60)));
        }
        """;

    private static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(found => $"{found.Id}: {string.Join(" | ", found.Nodes.Select(node => node.Html))}"));
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }
}
