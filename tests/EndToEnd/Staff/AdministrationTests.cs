using LegalService.Contracts;
using Microsoft.Playwright;
using Refit;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>Accounts, switches, settings and the audit trail.</summary>
[Collection(StaffTests.Name)]
public sealed class AdministrationTests(StaffStage stage)
{
    private const string Service = "people-mediation";

    [Fact]
    public async Task An_administrator_makes_an_account_resets_and_disables_it()
    {
        await using var page = await stage.OpenAsync(StaffStage.Administrator, "/staff/administration");
        await Expect(page.Heading).ToHaveTextAsync("账号");
        await page.Button("加一个账号").ClickAsync();
        var dialog = page.Browser.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("用户名").FillAsync("new-clerk");
        await dialog.GetByLabel("姓名").FillAsync("新来的");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("角色");
        await dialog.GetByLabel("办理人员").CheckAsync();
        await page.ShowAsync("administration-member");
        await page.CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Text("一次性密码：")).ToBeVisibleAsync();
        await page.ShowAsync("administration-members");
        await page.CheckAsync();

        await page.Button("停用 new-clerk").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "停用", Exact = true }).ClickAsync();
        await Expect(page.Browser.GetByRole(AriaRole.Row, new() { Name = "new-clerk" })).ToContainTextAsync("已停用");
        await page.Button("启用 new-clerk").ClickAsync();
        await Expect(page.Browser.GetByRole(AriaRole.Row, new() { Name = "new-clerk" })).Not.ToContainTextAsync("已停用");
    }

    [Fact]
    public async Task A_service_that_is_switched_off_is_out_of_use_for_citizens_until_it_is_on_again()
    {
        await using var page = await stage.OpenAsync(StaffStage.Administrator, "/staff/administration/switches");
        await page.Browser.GetByLabel("人民调解申请停用时给居民看的话").FillAsync("调解室装修，下周再来。");
        var row = page.Browser.GetByRole(AriaRole.Row).Filter(new() { HasText = "人民调解申请" });
        await row.GetByRole(AriaRole.Button, new() { Name = "停用" }).ClickAsync();
        await Expect(row).ToContainTextAsync("停用，");
        await page.ShowAsync("administration-switches");
        await page.CheckAsync();
        var failure = await Assert.ThrowsAnyAsync<ApiException>(() => stage.Citizens.SlotsAsync(Service));
        Assert.Contains("service.paused", failure.Content, StringComparison.Ordinal);

        await row.GetByRole(AriaRole.Button, new() { Name = "启用" }).ClickAsync();
        await Expect(row).ToContainTextAsync("在用");
        Assert.NotEmpty(await stage.Citizens.SlotsAsync(Service));
    }

    [Fact]
    public async Task The_bot_is_paused_with_a_message_and_says_whom_to_call_in_danger_all_the_same()
    {
        await using var page = await stage.OpenAsync(StaffStage.Administrator, "/staff/administration/switches");
        await page.Button("停用 自动回答").ClickAsync();
        await Expect(page.Button("启用 自动回答")).ToBeVisibleAsync();
        var failure = await Assert.ThrowsAnyAsync<ApiException>(() => stage.Citizens.AnswerAsync(new AnswerRequest("老板拖欠工资不给怎么办")));
        Assert.Contains("bot.paused", failure.Content, StringComparison.Ordinal);
        Assert.Equal("urgent", (await stage.Citizens.AnswerAsync(new AnswerRequest("老公打我，他现在拿着刀"))).Outcome);

        await page.Button("启用 自动回答").ClickAsync();
        await Expect(page.Button("停用 自动回答")).ToBeVisibleAsync();
        Assert.NotEmpty((await stage.Citizens.AnswerAsync(new AnswerRequest("老板拖欠工资不给怎么办"))).Text);
    }

    [Fact]
    public async Task Settings_are_shown_without_secrets_and_can_be_tried()
    {
        await using var page = await stage.OpenAsync(StaffStage.Administrator, "/staff/administration/settings");
        await Expect(page.Heading).ToHaveTextAsync("设置");
        await page.Button("发").ClickAsync();
        await Expect(page.Text("还没有设置短信网关")).ToBeVisibleAsync();
        await page.Button("试一下能不能连上公众号").ClickAsync();
        await Expect(page.Text("还没有设置公众号")).ToBeVisibleAsync();
        await page.Button("问").ClickAsync();
        await Expect(page.Text("毫秒")).ToBeVisibleAsync();
        await page.ShowAsync("administration-settings");
        await page.CheckAsync();
    }

    [Fact]
    public async Task The_trail_is_filtered_and_verified()
    {
        await using var page = await stage.OpenAsync(StaffStage.Administrator, "/staff/administration/audit");
        await page.Browser.GetByLabel("做了什么").FillAsync("staff.created");
        await page.Button("查").ClickAsync();
        await Expect(page.Browser.GetByRole(AriaRole.Cell, new() { Name = "staff.created" }).First).ToBeVisibleAsync();
        await Expect(page.Browser.GetByRole(AriaRole.Cell, new() { Name = "audit.viewed" })).ToHaveCountAsync(0);
        await page.Button("核对有没有被改过").ClickAsync();
        await Expect(page.Text("完好：")).ToBeVisibleAsync();
        await page.ShowAsync("administration-audit");
        await page.CheckAsync();
    }

    [Theory]
    [InlineData(StaffStage.Clerk)]
    [InlineData(StaffStage.Editor)]
    public async Task Who_is_no_administrator_administers_nothing(string user)
    {
        await using var page = await stage.OpenAsync(user, "/staff/account");
        foreach (var address in new[] { "", "/switches", "/settings", "/audit" })
        {
            await page.GoAsync("/staff/administration" + address);
            await Expect(page.Heading).ToContainTextAsync("不能打开");
        }
    }
}
