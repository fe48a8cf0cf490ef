using LegalService.Contracts;
using LegalService.EndToEnd.Support;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Kiosk;

/// <summary>At night, with the line cut and the power failing.</summary>
[Collection(KioskTests.Name)]
public sealed class LineCutTests(KioskStage stage)
{
    [Fact]
    public async Task What_was_sent_without_a_line_outlives_a_power_cut_arrives_by_itself_and_the_slip_tells_its_number()
    {
        var data = Directory.CreateTempSubdirectory("legal-kiosk-cut-");
        string[] settings = ["--Storage:DataDirectory", data.FullName, "--Server:TryEvery", "00:00:00.2", "--Server:BeatEvery", "00:00:01"];
        await using var line = new Relay(stage.CentreAddress);
        string slip;
        await using (var kiosk = await KioskProcess.StartAsync(line.Address, settings))
        {
            await using var page = await stage.OpenAsync(KioskStage.Upright, kiosk);
            await EnrolAsync(page);
            line.Cut();
            await Expect(page.Browser.Locator(".head-line")).ToContainTextAsync("连不上", new() { Timeout = 20_000 });
            await page.ShowAsync("offline");
            await AskForAdviceAsync(page);
            await page.AtAsync("先收下了");
            await page.CheckAsync();
            await page.ShowAsync("kept");
            slip = await page.Browser.Locator(".facts dd").First.InnerTextAsync();
        }

        line.Mend();
        await using var again = await KioskProcess.StartAsync(line.Address, settings);
        await UntilAsync(() => Directory.GetFiles(Path.Combine(data.FullName, "outbox", "waiting")).Length == 0);
        await using var next = await stage.OpenAsync(KioskStage.Upright, again);
        await next.TapAsync("查办事进度");
        await next.TapAsync("输编号查");
        await next.TypeKeysAsync(slip);
        await next.TapAsync("下一步");
        await next.AtAsync("送到");
        await next.CheckAsync();
        await next.ShowAsync("delivered");
        var facts = await next.Browser.Locator(".facts dd").AllInnerTextsAsync();
        Assert.Equal("legal-consultation", (await stage.Centre.LookupAsync(new LookupRequest(facts[0], facts[1]))).Service);
    }

    private async Task EnrolAsync(KioskPage page)
    {
        await page.TapAsync("工作人员：登记本机");
        await page.TypeKeysAsync(await stage.InviteAsync("夜里的自助机"));
        await page.TapAsync("下一步");
        await page.AtAsync("登记好了");
        await page.TapAsync("首页");
    }

    private static async Task AskForAdviceAsync(KioskPage page)
    {
        await page.TapAsync("约律师咨询");
        await page.TapAsync("现在就办");
        await page.TapAsync("工钱");
        await page.TapAsync("否", exact: true);
        await page.AtAsync("把想问的说一说");
        await page.TypePinyinAsync("qian", "钱");
        await page.TapAsync("下一步");
        await page.TapAsync("跳过");
        await page.AtAsync("有材料的话");
        await page.TapAsync("以后到窗口交");
        await page.TapAsync("打电话");
        await page.TapAsync("汉语");
        await page.AtAsync("怎么称呼您");
        await page.TypePinyinAsync("wang", "王");
        await page.TypePinyinAsync("fang", "芳");
        await page.TapAsync("下一步");
        await page.AtAsync("联系电话");
        await page.TypeKeysAsync("13900001234");
        await page.TapAsync("下一步");
        await page.AtAsync("同意");
        await page.TapAsync("是", exact: true);
        await page.AtAsync("请看一遍");
        await page.TapAsync("都对，提交");
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds())
            await Task.Delay(100, patience.Token);
    }
}
