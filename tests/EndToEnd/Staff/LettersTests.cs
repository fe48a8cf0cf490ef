using System.Net.Http.Json;
using LegalService.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>Letters on the record: filled, corrected, issued, printed, read by the citizen.</summary>
[Collection(StaffTests.Name)]
public sealed class LettersTests(StaffStage stage)
{
    [Fact]
    public async Task A_refusal_is_filled_kept_whole_issued_and_read_by_the_citizen()
    {
        var request = await stage.SubmitAsync();
        await ActAsync(request.Number, "refuse", new
        {
            version = 1,
            reasons = new[] { new { text = "不在法律援助的范围内。", basis = new[] { new { law = "法律援助法", article = "第三十一条" } } } },
        });
        await using var page = await stage.OpenAsync(StaffStage.Clerk, $"/staff/requests/{request.Number}");

        await page.Browser.GetByLabel("写一份：").SelectOptionAsync("不予法律援助决定书");
        await page.Button("填好看看").ClickAsync();
        var text = page.Browser.GetByLabel("正文");
        await Expect(text).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.ShowAsync("letter");
        var whole = await text.InputValueAsync();
        Assert.Contains("1．不在法律援助的范围内。（《法律援助法》第三十一条）", whole, StringComparison.Ordinal);
        await text.FillAsync(whole.Replace("第四十九条", "有关规定", StringComparison.Ordinal));
        await page.Button("编号发出").ClickAsync();
        await Expect(page.Browser.GetByRole(AriaRole.Alert)).ToContainTextAsync("第四十九条");
        await text.FillAsync(whole);
        await page.Button("编号发出").ClickAsync();

        await Expect(page.Browser.GetByRole(AriaRole.Link, new() { Name = "打印不予法律援助决定书" })).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.ShowAsync("letters");
        var letter = Assert.Single((await stage.Citizens.LookupAsync(new LookupRequest(request.Number, request.Code))).Letters!);
        var read = await stage.Citizens.LetterAsync(new LetterRequest(request.Number, request.Code, letter.Id));
        Assert.Contains(read.Lines, line => line.Text.Contains("五日内进行审查", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_is_printed_as_a_page_and_taken_back_when_it_was_wrong()
    {
        var request = await stage.SubmitAsync();
        await using var page = await stage.OpenAsync(StaffStage.Clerk, $"/staff/requests/{request.Number}");
        await page.Browser.GetByLabel("写一份：").SelectOptionAsync("受理通知书");
        await page.Button("填好看看").ClickAsync();
        await page.Button("编号发出").ClickAsync();

        var printed = await page.Browser.RunAndWaitForPopupAsync(() => page.Browser.GetByRole(AriaRole.Link, new() { Name = "打印受理通知书" }).ClickAsync());
        await Expect(printed.GetByRole(AriaRole.Heading)).ToHaveTextAsync("法律援助申请受理通知书");
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await printed.ScreenshotAsync(new() { Path = Path.Combine(folder, "letter-print.png"), FullPage = true });
        await printed.CloseAsync();
        await page.Button("作废受理通知书").ClickAsync();
        await page.Browser.GetByLabel("为什么作废").FillAsync("事项写错了");
        await page.Browser.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "作废" }).ClickAsync();

        await Expect(page.Text("已作废").First).ToBeVisibleAsync();
        Assert.Empty((await stage.Citizens.LookupAsync(new LookupRequest(request.Number, request.Code))).Letters!);
    }

    private async Task ActAsync(string number, string act, object body)
    {
        using var client = await stage.ClientAsync(StaffStage.Clerk);
        using var done = await client.PostAsJsonAsync($"/api/v1/staff/requests/{number}/{act}", body);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync());
    }
}
