using System.Net;
using System.Net.Http.Json;
using System.Text;
using LegalService.EndToEnd.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Kiosk;

/// <summary>The next person finds no trace of the last one, and nobody gets out of the screen.</summary>
[Collection(KioskTests.Name)]
public sealed class EndTests(KioskStage stage)
{
    private const string Name = "苏";
    private const string IdNumber = "152223198001019999";

    [Fact]
    public async Task Nothing_of_the_last_person_remains_in_page_browser_or_on_the_disk()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);
        await TypeWhoAsync(page);

        await page.TapAsync("结束并清除");

        await page.AtAsync("已经全部清除");
        await page.AtHomeAsync();
        await AssertNothingRemainsAsync(page, stage.Kiosk);
    }

    [Fact]
    public async Task The_door_ends_what_somebody_left_open()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);
        await TypeWhoAsync(page);

        using var machine = new HttpClient { BaseAddress = stage.Kiosk.Address };
        using var told = await machine.PostAsJsonAsync("/device-events", new { @event = "door" });

        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);
        await page.AtHomeAsync();
        await AssertNothingRemainsAsync(page, stage.Kiosk);
    }

    [Fact]
    public async Task Who_goes_away_is_counted_out_and_may_stay_with_one_tap()
    {
        await using var kiosk = await KioskProcess.StartAsync(stage.CentreAddress, "--Sessions:IdleSeconds", "10", "--Sessions:CountdownSeconds", "8");
        await using var page = await stage.OpenAsync(KioskStage.Wide, kiosk);
        await page.TapAsync("办事指南");
        var countdown = page.Browser.GetByRole(AriaRole.Alertdialog);

        await Expect(countdown).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await page.CheckAsync();
        await page.ShowAsync("countdown");
        await page.TapAsync("我还在");
        await Expect(countdown).ToBeHiddenAsync();
        await page.AtAsync("看哪一项怎么办");

        await Expect(countdown).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await page.AtHomeAsync();
    }

    [Fact]
    public async Task Nothing_on_the_screen_leads_out_of_it()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);

        var left = await page.Browser.EvaluateAsync<string[]>("""
            () => {
              const main = document.getElementById('main');
              const dispatched = event => main.dispatchEvent(event);
              const out = [];
              if (dispatched(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))) out.push('context menu');
              if (dispatched(new DragEvent('dragstart', { bubbles: true, cancelable: true }))) out.push('drag');
              if (dispatched(new Event('selectstart', { bubbles: true, cancelable: true }))) out.push('selection');
              if (dispatched(new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true }))) out.push('zoom');
              for (const keys of [{ key: 'p', ctrlKey: true }, { key: 'n', ctrlKey: true }, { key: 'F12' }, { key: 'ArrowLeft', altKey: true }])
                if (dispatched(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...keys }))) out.push(keys.key);
              if (window.open('https://example.org')) out.push('window');
              if (document.querySelector('a[href], input[type=file], iframe, form')) out.push('element');
              return out;
            }
            """);

        Assert.Empty(left);
        var reached = await page.Browser.EvaluateAsync<bool>("url => fetch(url).then(() => true, () => false)", stage.CentreAddress.ToString());
        Assert.False(reached, "The page reached another address");
    }

    [Theory]
    [InlineData("Host", "kiosk.example.org")]
    [InlineData("Origin", "https://example.org")]
    public async Task The_screen_is_for_this_machine_only(string header, string value)
    {
        using var machine = new HttpClient { BaseAddress = stage.Kiosk.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await machine.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static async Task TypeWhoAsync(KioskPage page)
    {
        await page.TapAsync("约律师咨询");
        await page.TapAsync("直接约时间");
        await page.TapAsync("当面");
        await page.Browser.Locator(".days .option").First.TapAsync();
        await page.Browser.Locator(".times .option").First.TapAsync();
        await page.AtAsync("您叫什么名字");
        await page.TypePinyinAsync("su", Name);
        await page.Browser.Locator("textarea").FillAsync(Name + IdNumber);
        await Expect(page.Button("下一步")).ToBeEnabledAsync();
    }

    private static async Task AssertNothingRemainsAsync(KioskPage page, KioskProcess kiosk)
    {
        Assert.DoesNotContain(IdNumber, await page.Browser.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(await page.Browser.Context.CookiesAsync());
        var kept = await page.Browser.EvaluateAsync<string>("""
            async () => JSON.stringify([
              localStorage.length, sessionStorage.length, (await caches.keys()).length, (await indexedDB.databases()).length, history.length > 2,
              Array.from(document.querySelectorAll('input, textarea')).map(field => field.value), performance.getEntriesByType('resource').map(entry => entry.name),
            ])
            """);
        Assert.StartsWith("[0,0,0,0,false,[],", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(IdNumber, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(IdNumber, kiosk.Log, StringComparison.Ordinal);
        Assert.Empty(FilesWith(kiosk.Data, IdNumber, everywhere: true));
        var temporary = new DirectoryInfo(Path.GetTempPath());
        Assert.Empty(FilesWith(temporary, IdNumber, everywhere: false));
        foreach (var profile in temporary.EnumerateDirectories("playwright*"))
            Assert.Empty(FilesWith(profile, IdNumber, everywhere: true));
    }

    /// <summary>Files written lately that hold a text, in the two ways in which programs write one.</summary>
    private static IEnumerable<string> FilesWith(DirectoryInfo folder, string text, bool everywhere)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)];
        var options = new EnumerationOptions { RecurseSubdirectories = everywhere, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return folder.EnumerateFiles("*", options)
            // Pipes of running programs have no length, and no end.
            .Where(file => file.Length is > 0 and < 50_000_000 && file.LastWriteTimeUtc > TimeProvider.System.GetUtcNow().AddMinutes(-5).UtcDateTime)
            .Where(file => forms.Any(form => Read(file).AsSpan().IndexOf(form) >= 0))
            .Select(file => file.FullName);
    }

    private static byte[] Read(FileInfo file)
    {
        try
        {
            return File.ReadAllBytes(file.FullName);
        }
        catch (IOException)
        {
            // Another test's, and gone already.
            return [];
        }
    }
}
