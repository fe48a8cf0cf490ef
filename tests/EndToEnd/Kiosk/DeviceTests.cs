using System.Net.Http.Headers;
using LegalService.CardReader;
using LegalService.EndToEnd.Staff;
using LegalService.Support;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Kiosk;

/// <summary>A kiosk with a printer behind a real CUPS, a card reader on a serial line, and a camera.</summary>
[Collection(KioskTests.Name)]
public sealed class DeviceTests : IClassFixture<DeviceStage>
{
    private readonly KioskStage _stage;
    private readonly DeviceStage _devices;

    public DeviceTests(KioskStage stage, DeviceStage devices)
    {
        (_stage, _devices) = (stage, devices);
        Printer.Clear();
        Reader.IsBroken = false;
        Reader.Take();
    }

    private PrintServer Printer => _devices.Printer;

    private ReaderModule Reader => _devices.Reader;

    [Fact]
    public async Task A_document_is_fetched_with_code_and_card_and_waits_for_paper_until_it_is_there()
    {
        await using var page = await OpenAsync();
        var code = await PutAsync("巴特尔", "152501196103150016");
        await page.TapAsync("取文书");
        await page.TypeKeysAsync(code);
        await page.TapAsync("下一步");
        await page.AtAsync("请刷身份证");
        await ReadCardAsync(page, "other");
        await Expect(page.Main.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToBeVisibleAsync();
        await page.ShowAsync("pickup-other");

        await ReadCardAsync(page, "good");
        await page.AtAsync("民事调解书");
        Printer.Take("media-empty");
        await page.TapAsync("打印", exact: true);
        await Expect(page.Main).ToContainTextAsync("没有纸了");
        await page.CheckAsync();
        await page.ShowAsync("pickup-paper");
        Printer.Mend("media-empty");

        await page.AtAsync("打好了");
        await page.ShowAsync("pickup-done");
        Assert.Single(Printer.Printed);
        Assert.Empty(Printer.Spooled);
    }

    [Fact]
    public async Task Who_leaves_takes_along_what_was_not_printed_yet()
    {
        await using var page = await OpenAsync();
        await page.TapAsync("附近服务点");
        await page.TapAsync("示例县公共法律服务中心");
        Printer.Take("media-jam");
        await page.TapAsync("打印", exact: true);
        await Expect(page.Main).ToContainTextAsync("卡纸");
        await page.ShowAsync("jam");

        await page.TapAsync("结束并清除");
        await page.AtHomeAsync();

        while (Printer.Spooled.Count > 0)
            await Task.Delay(50);
        Printer.Mend("media-jam");
        Assert.Empty(Printer.Printed);
    }

    [Fact]
    public async Task A_card_fills_in_who_one_is_and_a_reader_that_breaks_leaves_the_keys()
    {
        await using var page = await OpenAsync();
        await page.TapAsync("查办事进度");
        await AskForCardAsync(page);
        Reader.Lay("damaged");
        await Expect(page.Main.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("读不出来");
        await page.CheckAsync();
        await page.ShowAsync("card-damaged");

        Reader.IsBroken = true;
        await Expect(page.Main).ToContainTextAsync("读卡器坏了");
        await page.CheckAsync();
        await page.ShowAsync("card-broken");
        await Expect(page.Button("输编号查")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task A_paper_is_photographed_and_the_picture_goes_with_the_request()
    {
        await using var page = await OpenAsync();
        await page.TapAsync("约律师咨询");
        await page.TapAsync("现在就办");
        await page.TapAsync("工钱");
        await page.TapAsync("否", exact: true);
        await page.AtAsync("把想问的说一说");
        await page.TypePinyinAsync("qian", "钱");
        await page.TapAsync("下一步");
        await page.TapAsync("跳过");
        await page.AtAsync("有材料的话");
        await page.TapAsync("拍照", exact: true);
        await page.CheckAsync();
        await page.ShowAsync("photo");

        await page.TapAsync("清楚，就用这张");

        await Expect(page.Main.Locator("video")).ToHaveCountAsync(0);
        await page.ShowAsync("photo-taken");
    }

    [Fact]
    public async Task A_slip_is_held_before_the_scanner_on_any_screen()
    {
        var request = await _stage.RequestAsync();
        await using var page = await OpenAsync();
        await page.TapAsync("查办事进度");

        await page.Browser.Keyboard.TypeAsync($"{request.Number} {request.Code}", new() { Delay = 5 });
        await page.Browser.Keyboard.PressAsync("Enter");

        await Expect(page.Main).ToContainTextAsync(request.Number);
        await page.ShowAsync("scanned");
    }

    private Task<KioskPage> OpenAsync() => _stage.OpenAsync(KioskStage.Upright, _devices.Kiosk);

    private static async Task AskForCardAsync(KioskPage page)
    {
        await page.Browser.Locator("#main button").Filter(new() { HasTextString = "刷身份证" }).TapAsync();
        await page.TapAsync("同意，读卡");
    }

    /// <summary>Lays a card on and takes it away when the screen says so.</summary>
    private async Task ReadCardAsync(KioskPage page, string card)
    {
        await AskForCardAsync(page);
        Reader.Lay(card);
        await Expect(page.Main).ToContainTextAsync("请拿走身份证");
        await page.ShowAsync("card-take");
        Reader.Take();
    }

    /// <summary>Lays a document ready as a clerk does, and gives its code.</summary>
    private async Task<string> PutAsync(string name, string idNumber)
    {
        using var clerk = await _stage.ClerkAsync();
        using var file = new ByteArrayContent(OnePage());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("民事调解书"), "title" },
            { new StringContent(name), "name" },
            { new StringContent(idNumber), "idNumber" },
            { file, "file", "document.pdf" },
        };
        using var put = await clerk.PostAsync(new Uri("/api/v1/staff/pickups", UriKind.Relative), form);
        return (await StaffStage.ReadAsync(put)).GetProperty("code").GetString()!;
    }

    private static byte[] OnePage()
    {
        using var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4);
        return builder.Build();
    }
}
