using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LegalService.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>One request from the first look to the end.</summary>
[Collection(StaffTests.Name)]
public sealed class RecordTests(StaffStage stage)
{
    [Fact]
    public async Task A_clerk_takes_a_request_on_and_assigns_who_was_suggested_and_the_citizen_sees_it()
    {
        var request = await stage.SubmitAsync();
        await using var page = await stage.OpenAsync(StaffStage.Clerk, $"/staff/requests/{request.Number}");
        await Expect(page.Button("受理", exact: true)).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.ShowAsync("record");

        await page.Button("受理", exact: true).ClickAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "受理", Exact = true }).ClickAsync();
        await Expect(page.Button("指派")).ToBeVisibleAsync();
        await page.Button("指派").ClickAsync();
        await Expect(Dialog(page)).ToContainTextAsync("建议");
        await page.CheckAsync();
        await page.ShowAsync("assign");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "指派" }).ClickAsync();
        await Expect(page.Button("改派")).ToBeVisibleAsync();

        var seen = await stage.Citizens.LookupAsync(new LookupRequest(request.Number, request.Code));
        Assert.Equal("assigned", seen.State);
        Assert.NotNull(seen.Assignee);
    }

    [Fact]
    public async Task Who_pressed_the_wrong_button_takes_it_back_before_the_citizen_is_told()
    {
        var request = await stage.SubmitAsync();
        await using var page = await stage.OpenAsync(StaffStage.Clerk, $"/staff/requests/{request.Number}");
        await page.Button("受理", exact: true).ClickAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "受理", Exact = true }).ClickAsync();
        await Expect(page.Button("撤销这一步")).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.ShowAsync("take-back");
        await page.Button("撤销这一步").ClickAsync();

        await Expect(page.Button("受理", exact: true)).ToBeVisibleAsync();
        await Expect(page.Browser.Locator(".history")).ToContainTextAsync("撤销上一步");
        Assert.Equal("received", (await stage.Citizens.LookupAsync(new LookupRequest(request.Number, request.Code))).State);
    }

    [Fact]
    public async Task Personal_data_are_masked_until_they_are_asked_for()
    {
        var request = await stage.SubmitAsync();
        await using var page = await stage.OpenAsync(StaffStage.Clerk, $"/staff/requests/{request.Number}");
        await Expect(page.Browser.Locator("dl.answers")).ToContainTextAsync("***");
        await Expect(page.Browser.Locator("dl.answers")).Not.ToContainTextAsync("1522231980");
        await page.Button("显示个人信息").ClickAsync();
        await Expect(page.Browser.Locator("dl.answers")).ToContainTextAsync("1522231980");
    }

    [Fact]
    public async Task Where_a_call_puts_the_citizen_in_danger_it_is_said_first_and_beside_the_phone()
    {
        var request = await stage.SubmitAsync(give: answers =>
        {
            answers["matter"] = JsonSerializer.SerializeToElement("violence");
            answers["safePhone"] = JsonSerializer.SerializeToElement(false);
        });
        await using var page = await stage.OpenAsync(StaffStage.Clerk, $"/staff/requests/{request.Number}");
        await Expect(page.Browser.Locator(".record-unsafe")).ToContainTextAsync("不能打电话");
        await Expect(page.Browser.Locator("dl.answers")).ToContainTextAsync("不要打这个电话");
        await page.CheckAsync();
        await page.ShowAsync("unsafe");
    }

    [Fact]
    public async Task A_refusal_names_its_articles_and_says_how_to_object()
    {
        var request = await stage.SubmitAsync();
        await using var page = await stage.OpenAsync(StaffStage.Clerk, $"/staff/requests/{request.Number}");
        await page.Button("不予受理").ClickAsync();
        await Dialog(page).GetByLabel("为什么").First.FillAsync("这件事不在法律援助的范围里。");
        await Dialog(page).GetByLabel("法律").First.FillAsync("法律援助法");
        await Dialog(page).GetByLabel("条文").First.FillAsync("三十一");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "不予受理" }).ClickAsync();
        await Expect(Dialog(page).GetByRole(AriaRole.Alert)).ToContainTextAsync("第几条");
        await Dialog(page).GetByLabel("条文").First.FillAsync("第三十一条");
        await page.CheckAsync();
        await page.ShowAsync("refuse");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "不予受理" }).ClickAsync();
        await Expect(page.Browser.Locator(".record-head")).ToContainTextAsync("不予受理");

        var seen = await stage.Citizens.LookupAsync(new LookupRequest(request.Number, request.Code));
        Assert.Equal("refused", seen.State);
        Assert.Contains(seen.Reasons, reason => reason.Basis.Any(basis => basis.Article == "第三十一条"));
        Assert.Contains("第四十九条", seen.HowToObject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_once_prefilled_with_what_triage_found()
    {
        var request = await stage.SubmitAsync();
        await using var page = await stage.OpenAsync(StaffStage.Clerk, $"/staff/requests/{request.Number}");
        await page.Button("一次性告知补正").ClickAsync();
        var item = Dialog(page).GetByLabel("要补什么").First;
        await item.FillAsync("工资条或者考勤记录，没有的写个说明。");
        await page.CheckAsync();
        await page.ShowAsync("ask");
        await page.Button("告知申请人").ClickAsync();
        await Expect(page.Browser.Locator(".record-head")).ToContainTextAsync("等补正");
        await Expect(page.Button("一次性告知补正")).ToHaveCountAsync(0);
        var seen = await stage.Citizens.LookupAsync(new LookupRequest(request.Number, request.Code));
        Assert.Contains(seen.Asked, asked => asked.Text.Contains("工资条", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_of_two_clerks_is_told_what_changed_and_loses_nothing_he_wrote()
    {
        var request = await stage.SubmitAsync();
        await using var first = await stage.OpenAsync(StaffStage.Clerk, $"/staff/requests/{request.Number}");
        await using var second = await stage.OpenAsync(StaffStage.OtherClerk, $"/staff/requests/{request.Number}");
        await Expect(first.Text("白音 也在看这件")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await second.Button("备注").ClickAsync();
        await Dialog(second).GetByLabel("备注（只有").FillAsync("已打电话核实工地名称");

        await first.Button("受理", exact: true).ClickAsync();
        await Dialog(first).GetByRole(AriaRole.Button, new() { Name = "受理", Exact = true }).ClickAsync();
        await Expect(first.Button("指派")).ToBeVisibleAsync();

        await Dialog(second).GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(second.Text("还没有提交")).ToBeVisibleAsync();
        await Expect(Dialog(second)).ToContainTextAsync("那日苏：受理");
        await second.CheckAsync();
        await second.ShowAsync("changed");
        await second.Button("看过了，照旧提交").ClickAsync();
        await Expect(second.Browser.Locator(".history")).ToContainTextAsync("已打电话核实工地名称");
        await Expect(second.Browser.Locator(".record-head")).ToContainTextAsync("已受理");
    }

    [Fact]
    public async Task A_stale_act_by_api_is_refused_with_what_changed()
    {
        var request = await stage.SubmitAsync();
        using var client = await stage.ClientAsync(StaffStage.Clerk);
        using var accepted = await client.PostAsJsonAsync($"/api/v1/staff/requests/{request.Number}/accept", new { version = 1 });
        Assert.True(accepted.IsSuccessStatusCode);
        using var stale = await client.PostAsJsonAsync($"/api/v1/staff/requests/{request.Number}/note", new { version = 1, note = "核对" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var text = await stale.Content.ReadAsStringAsync();
        Assert.Contains("request.changed", text, StringComparison.Ordinal);
        Assert.Contains("\"event\":\"accepted\"", text, StringComparison.Ordinal);
    }

    private static ILocator Dialog(StaffPage page) => page.Browser.GetByRole(AriaRole.Dialog).Last;
}
