using System.Net;
using System.Net.Http.Json;
using LegalService.Casework.Staff;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>Getting in, staying in and getting out.</summary>
[Collection(StaffTests.Name)]
public sealed class AccessTests(StaffStage stage)
{
    private const string Password = "a password of the test";

    [Fact]
    public async Task The_first_sign_in_changes_the_one_time_password_and_leads_to_the_work()
    {
        var account = await NewAccountAsync(StaffRoles.Clerk);
        await using var page = await SignInByPageAsync(account.User, account.Password);
        await Expect(page.Heading).ToHaveTextAsync("修改密码");
        await page.CheckAsync();
        await page.ShowAsync("password");
        // Nothing else is open before that.
        await page.GoAsync("/staff");
        await Expect(page.Heading).ToHaveTextAsync("修改密码");

        await TakeOverAsync(page, account.Password);
        await page.Button("退出登录").ClickAsync();
        await Expect(page.Heading).ToHaveTextAsync("登录");
        await page.GoAsync("/staff");
        await Expect(page.Heading).ToHaveTextAsync("登录");
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_and_tell_nothing_else()
    {
        var account = await NewAccountAsync(StaffRoles.Clerk);
        await using var page = await SignInByPageAsync("nobody", "wrong password");
        var refusal = await page.Browser.GetByRole(AriaRole.Alert).InnerTextAsync();
        for (var wrong = 0; wrong < 4; wrong++)
        {
            await EnterAsync(page, account.User, "wrong password");
            await Expect(page.Browser.GetByRole(AriaRole.Alert)).ToHaveTextAsync(refusal);
        }

        await EnterAsync(page, account.User, "wrong password");
        await Expect(page.Browser.GetByRole(AriaRole.Alert)).ToContainTextAsync("锁定");
        await page.CheckAsync();
        await page.ShowAsync("locked");
        await EnterAsync(page, account.User, account.Password);
        await Expect(page.Browser.GetByRole(AriaRole.Alert)).ToContainTextAsync("锁定");
    }

    [Fact]
    public async Task A_disabled_account_is_out_of_its_open_page_and_of_the_api()
    {
        var account = await NewAccountAsync(StaffRoles.Clerk);
        await using var page = await SignInByPageAsync(account.User, account.Password);
        await TakeOverAsync(page, account.Password);

        using var administrator = await stage.ClientAsync(StaffStage.Administrator);
        using var disabled = await administrator.PostAsync($"/api/v1/staff/members/{account.User}/disable", null);
        Assert.True(disabled.IsSuccessStatusCode);

        await Expect(page.Heading).ToHaveTextAsync("登录", new() { Timeout = 60_000 });
        await EnterAsync(page, account.User, Password);
        await Expect(page.Browser.GetByRole(AriaRole.Alert)).ToContainTextAsync("不对");
    }

    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing()
    {
        var account = await NewAccountAsync(StaffRoles.Clerk);
        await using var page = await SignInByPageAsync(account.User, account.Password);
        await TakeOverAsync(page, account.Password);
        await page.GoAsync("/staff/account");
        await page.CheckAsync();
        await page.ShowAsync("account");
        var key = (await page.Browser.Locator("ol code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.Browser.GetByLabel("写下验证器上的 6 位数字").FillAsync("000000");
        await page.Button("打开两步验证").ClickAsync();
        await Expect(page.Browser.GetByRole(AriaRole.Alert)).ToContainTextAsync("验证码不对");
        await page.Browser.GetByLabel("写下验证器上的 6 位数字").FillAsync(Authenticator.CodeOf(key));
        await page.Button("打开两步验证").ClickAsync();
        await Expect(page.Browser.Locator(".staff-codes li")).ToHaveCountAsync(8);
        var spare = await page.Browser.Locator(".staff-codes li").First.InnerTextAsync();

        await using var later = await SignInByPageAsync(account.User, Password);
        await Expect(later.Heading).ToHaveTextAsync("输入验证码");
        await later.CheckAsync();
        await later.ShowAsync("code");
        await later.GoAsync("/staff");
        await Expect(later.Heading).ToHaveTextAsync("登录");
        foreach (var code in new[] { Authenticator.CodeOf(key), spare })
        {
            await EnterAsync(later, account.User, Password);
            await later.Browser.GetByLabel("手机验证器上的").FillAsync(code);
            await later.Button("登录").ClickAsync();
            await Expect(later.Heading).ToHaveTextAsync("办件");
            await later.Button("退出登录").ClickAsync();
            await Expect(later.Heading).ToHaveTextAsync("登录");
        }

        await EnterAsync(later, account.User, Password);
        await later.Browser.GetByLabel("手机验证器上的").FillAsync(spare);
        await later.Button("登录").ClickAsync();
        await Expect(later.Browser.GetByRole(AriaRole.Alert)).ToContainTextAsync("验证码不对");
    }

    [Theory]
    [InlineData("https://elsewhere.example/staff")]
    [InlineData("//elsewhere.example")]
    [InlineData("/staff\\elsewhere")]
    [InlineData("/staffing")]
    public async Task Signing_in_never_leads_to_another_site(string asked)
    {
        var account = await NewAccountAsync(StaffRoles.Clerk);
        var context = await stage.NewProfileAsync();
        await using var page = await StaffPage.OpenAsync(await context.NewPageAsync(), $"/staff/sign-in?returnUrl={Uri.EscapeDataString(asked)}");
        await EnterAsync(page, account.User, account.Password);
        await Expect(page.Heading).ToHaveTextAsync("修改密码");
        Assert.StartsWith(stage.Address.ToString(), page.Browser.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_act_with_the_session_of_a_clerk()
    {
        using var administrator = await stage.ClientAsync(StaffStage.Administrator);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/staff/members/{StaffStage.Editor}/disable");
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var response = await administrator.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("staff.crossSite", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<StaffPage> SignInByPageAsync(string user, string password)
    {
        var context = await stage.NewProfileAsync();
        var page = await StaffPage.OpenAsync(await context.NewPageAsync(), "/staff");
        await EnterAsync(page, user, password);
        return page;
    }

    private static async Task EnterAsync(StaffPage page, string user, string password)
    {
        await page.Browser.GetByLabel("用户名").FillAsync(user);
        await page.Browser.GetByLabel("密码").FillAsync(password);
        await page.Button("登录").ClickAsync();
    }

    private static async Task TakeOverAsync(StaffPage page, string oneTime)
    {
        await page.Browser.GetByLabel("现在的密码").FillAsync(oneTime);
        await page.Browser.GetByLabel("新密码（").FillAsync(Password);
        await page.Browser.GetByLabel("再写一次新密码").FillAsync(Password);
        await page.Button("修改").ClickAsync();
        await Expect(page.Heading).ToHaveTextAsync("办件");
    }

    private async Task<OneTimePassword> NewAccountAsync(string role)
    {
        using var administrator = await stage.ClientAsync(StaffStage.Administrator);
        var user = $"t{Guid.NewGuid():N}"[..20];
        using var created = await administrator.PostAsJsonAsync("/api/v1/staff/members", new NewStaffMember(user, new StaffProfile("测试", [role])));
        return new OneTimePassword(user, (await StaffStage.ReadAsync(created)).GetProperty("password").GetString()!);
    }
}
