using LegalService.Support;
using Microsoft.Playwright;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>Kiosks and the documents that are fetched at them, from the console's side.</summary>
[Collection(StaffTests.Name)]
public sealed class KioskTests(StaffStage stage)
{
    [Fact]
    public async Task An_administrator_enrols_a_kiosk_sees_how_it_is_pauses_and_revokes_it()
    {
        using var machine = new KioskMachine(new HttpClient { BaseAddress = stage.Address });
        await using var page = await stage.OpenAsync(StaffStage.Administrator, "/staff/kiosks");
        await page.Button("登记一台自助机").ClickAsync();
        var dialog = page.Browser.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("叫什么").FillAsync("政务大厅一楼");
        await dialog.GetByLabel("属于哪个服务点").SelectOptionAsync("example-centre");
        await page.CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "取登记码" }).ClickAsync();
        var code = await page.Browser.Locator(".kiosk-digits").TextContentAsync();
        await Expect(page.Text("秒有效")).ToBeVisibleAsync();
        await page.ShowAsync("kiosks-code");
        await page.CheckAsync();

        await machine.EnrolAsync(code!);
        await machine.Api.HeartbeatAsync(KioskMachine.Beat([new("printer", "paperOut"), new("idReader", "ok"), new("camera", "none")]));
        await page.Button("输好了").ClickAsync();
        var kiosk = page.Browser.GetByRole(AriaRole.Region, new() { Name = "政务大厅一楼" });
        await Expect(kiosk).ToContainTextAsync("打印机没纸了");
        await page.Button("暂停 政务大厅一楼").ClickAsync();
        await dialog.GetByLabel("屏幕上写什么").FillAsync("换纸，十分钟后再来。");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(kiosk).ToContainTextAsync("暂停使用");
        var heard = await machine.Api.HeartbeatAsync(KioskMachine.Beat([new("printer", "paperOut")]));
        Assert.Equal((true, "换纸，十分钟后再来。"), (heard.Paused, heard.Message));
        await page.GoAsync("/staff/figures");
        await Expect(page.Browser.GetByRole(AriaRole.Region, new() { Name = "自助机" })).ToContainTextAsync("打印机没纸了");
        await page.ShowAsync("kiosks-figures");
        await page.CheckAsync();
        await page.GoAsync("/staff/kiosks");
        await Expect(page.Browser.GetByTitle("1 台要去看")).ToBeVisibleAsync();
        await page.ShowAsync("kiosks");
        await page.CheckAsync();

        await page.Button("恢复 政务大厅一楼").ClickAsync();
        await Expect(kiosk).Not.ToContainTextAsync("暂停使用");
        await page.Button("注销 政务大厅一楼").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "注销", Exact = true }).ClickAsync();
        await Expect(kiosk).ToContainTextAsync("已注销");
        var refused = await Assert.ThrowsAnyAsync<Refit.ApiException>(() => machine.Api.HeartbeatAsync(KioskMachine.Beat()));
        Assert.Contains("kiosk.revoked", refused.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clerk_lays_a_document_ready_and_sees_that_it_was_fetched()
    {
        using var machine = new KioskMachine(new HttpClient { BaseAddress = stage.Address });
        await EnrolAsync(machine);
        await using var page = await stage.OpenAsync(StaffStage.Clerk, "/staff/pickups");
        await page.Button("放一份材料").ClickAsync();
        var dialog = page.Browser.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("PDF 文件").SetInputFilesAsync(new FilePayload { Name = "调解书.pdf", MimeType = "application/pdf", Buffer = Pdf() });
        await dialog.GetByLabel("是什么材料").FillAsync("民事调解书");
        await dialog.GetByLabel("收件人姓名").FillAsync("巴特尔");
        await dialog.GetByLabel("收件人身份证号").FillAsync("1500001980");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "放好，取码" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("请对照身份证再看一遍");
        await dialog.GetByLabel("收件人身份证号").FillAsync(Citizen.IdNumber(901));
        await page.ShowAsync("pickups-put");
        await page.CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "放好，取码" }).ClickAsync();
        var code = await page.Browser.Locator(".pickup-slip code").TextContentAsync();
        await page.ShowAsync("pickups");
        await page.CheckAsync();
        var slip = await page.Browser.Context.RunAndWaitForPageAsync(() => page.Browser.GetByRole(AriaRole.Link, new() { Name = "打印凭条", Exact = true }).ClickAsync());
        await Expect(slip.GetByText(code!)).ToBeVisibleAsync();
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await slip.ScreenshotAsync(new() { Path = Path.Combine(folder, "pickups-slip.png") });

        var opened = await machine.Api.OpenPickupAsync(new(code!, "巴特尔", Citizen.IdNumber(901)));
        await machine.Api.PickupCollectedAsync(new(opened.Collection));
        await page.Button("取完的").ClickAsync();
        var row = page.Browser.GetByRole(AriaRole.Row).Filter(new() { HasText = "民事调解书" });
        await Expect(row).ToContainTextAsync("已取走");
        await row.GetByRole(AriaRole.Button, new() { Name = "经过" }).ClickAsync();
        await Expect(row).ToContainTextAsync("核对身份，开始取");
        await page.ShowAsync("pickups-over");
        await page.CheckAsync();
    }

    [Fact]
    public async Task A_document_is_laid_ready_withdrawn_and_told_of_by_api_as_well()
    {
        using var clerk = await stage.ClientAsync(StaffStage.Clerk);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("裁定书"), "title" },
            { new StringContent("巴特尔"), "name" },
            { new StringContent(Citizen.IdNumber(902)), "idNumber" },
            { new StringContent("3"), "days" },
            { new ByteArrayContent(Pdf()), "file", "裁定书.pdf" },
        };
        using var put = await clerk.PostAsync("/api/v1/staff/pickups", form);
        var number = (await StaffStage.ReadAsync(put)).GetProperty("number").GetString();

        Assert.Contains("取件凭条", await clerk.GetStringAsync($"/api/v1/staff/pickups/{number}/slip"), StringComparison.Ordinal);
        using var withdrawn = await clerk.PostAsync($"/api/v1/staff/pickups/{number}/withdraw", null);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, withdrawn.StatusCode);
        using var again = await clerk.PostAsync($"/api/v1/staff/pickups/{number}/withdraw", null);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, again.StatusCode);
        using var history = await clerk.GetAsync($"/api/v1/staff/pickups/{number}/history");
        var actions = (await StaffStage.ReadAsync(history)).EnumerateArray().Select(happened => happened.GetProperty("action").GetString());
        Assert.Equal("pickup.put pickup.ready pickup.slip pickup.withdrawn", string.Join(' ', actions));
    }

    [Fact]
    public async Task A_clerk_sees_the_kiosks_and_changes_nothing_about_them()
    {
        await using var page = await stage.OpenAsync(StaffStage.Clerk, "/staff/kiosks");
        await Expect(page.Heading).ToHaveTextAsync("自助机");
        await Expect(page.Button("登记一台自助机")).ToHaveCountAsync(0);
        using var client = await stage.ClientAsync(StaffStage.Clerk);
        using var refused = await client.PostAsync("/api/v1/staff/kiosks/invitations", System.Net.Http.Json.JsonContent.Create(new { name = "一楼", office = "example-centre" }));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        using var administrator = await stage.ClientAsync(StaffStage.Administrator);
        using var closed = await administrator.GetAsync("/api/v1/staff/pickups");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, closed.StatusCode);
    }

    private async Task EnrolAsync(KioskMachine machine)
    {
        using var administrator = await stage.ClientAsync(StaffStage.Administrator);
        using var invited = await administrator.PostAsync("/api/v1/staff/kiosks/invitations", System.Net.Http.Json.JsonContent.Create(new { name = "旗法院大厅", office = "example-centre" }));
        await machine.EnrolAsync((await StaffStage.ReadAsync(invited)).GetProperty("code").GetString()!);
    }

    private static byte[] Pdf()
    {
        using var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4);
        return builder.Build();
    }
}
