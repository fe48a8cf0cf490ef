using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Kiosk;

/// <summary>The screen as somebody wants it, for as long as he or she stands there.</summary>
[Collection(KioskTests.Name)]
public sealed class ModeTests(KioskStage stage)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_screen_fits_both_ways_and_every_mode_is_accessible(bool isUpright)
    {
        await using var page = await stage.OpenAsync(isUpright ? KioskStage.Upright : KioskStage.Wide);
        Assert.Equal(8, await page.Browser.Locator(".tile").CountAsync());
        await Expect(page.Button("往下看")).ToBeHiddenAsync();
        await page.CheckAsync();
        await page.ShowAsync("home");

        foreach (var mode in new[] { "大字慢速", "黑底大对比", "坐着用" })
        {
            await page.TapAsync(mode);
            await Expect(page.Button(mode)).ToHaveAttributeAsync("aria-pressed", "true");
            await page.CheckAsync();
            await page.ShowAsync(mode);
        }
    }

    [Fact]
    public async Task Who_asked_for_slow_screens_goes_on_by_himself()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);
        await page.TapAsync("大字慢速");
        await page.TapAsync("申请调解");
        await page.TapAsync("现在就办");
        const string heading = "因为什么事闹的矛盾？";
        await page.AtAsync(heading);

        await page.Browser.GetByRole(AriaRole.Radio).First.TapAsync();

        await Expect(page.Browser.GetByRole(AriaRole.Radio).First).ToHaveAttributeAsync("aria-checked", "true");
        Assert.Equal(heading, await page.Heading.InnerTextAsync());
        await page.TapAsync("下一步");
        await Expect(page.Heading).Not.ToHaveTextAsync(heading);
    }

    [Fact]
    public async Task Who_sits_touches_nothing_in_the_upper_third()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);
        await page.TapAsync("坐着用");

        await Expect(page.Button("坐着用")).ToHaveAttributeAsync("aria-pressed", "true");
        var highest = await page.Browser.EvaluateAsync<double>("() => Math.min(...Array.from(document.querySelectorAll('button')).filter(one => one.offsetParent).map(one => one.getBoundingClientRect().top)) / innerHeight");
        Assert.True(highest > 0.38, $"Something to touch begins at {highest:P0} of the height");
    }

    [Fact]
    public async Task Modes_go_with_the_person()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);
        await page.TapAsync("黑底大对比");
        await Expect(page.Browser.Locator(".frame.contrast")).ToBeVisibleAsync();

        await page.TapAsync("结束并清除");

        await page.AtHomeAsync();
        await Expect(page.Browser.Locator(".frame.contrast")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_kiosk_without_devices_offers_nothing_that_needs_them_and_says_so_kindly()
    {
        await using var page = await stage.OpenAsync(KioskStage.Wide);
        await page.TapAsync("取文书");
        await Expect(page.Main).ToContainTextAsync("请到附近的服务点取");
        await page.CheckAsync();
        await page.TapAsync("首页");
        await page.TapAsync("办事指南");
        await page.TapAsync("护照和出入境");
        await Expect(page.Button("打印")).ToHaveCountAsync(0);
    }
}
