using LegalService.EndToEnd.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd;

/// <summary>Nothing a citizen has typed is ever lost, and nothing is sent twice.</summary>
[Collection(StageTests.Name)]
public sealed class ConnectionTests(Stage stage)
{
    private const string Deposit = "房东不退押金";

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task A_question_asked_without_a_line_is_sent_once_when_the_line_is_back(Screen screen)
    {
        await using var page = await stage.OpenAsync(screen);
        await page.Browser.Context.SetOfflineAsync(true);
        await Expect(page.Browser.Locator("#offline")).ToBeVisibleAsync();
        await page.SendAsync(Deposit);
        await Expect(page.Browser.Locator(".note")).ToContainTextAsync("没有网络");
        Assert.Empty(page.Asked);

        await page.Browser.Context.SetOfflineAsync(false);

        await Expect(page.Answers).ToHaveCountAsync(1);
        await Expect(page.Browser.Locator("#offline")).ToBeHiddenAsync();
        await page.Browser.ReloadAsync();
        await Expect(page.Answers).ToHaveCountAsync(1);
        Assert.Single(page.Asked);
    }

    [Fact]
    public async Task Questions_asked_without_a_line_are_sent_in_order()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.Browser.Context.SetOfflineAsync(true);
        await page.SendAsync(Deposit);
        await page.SendAsync("你好");

        await page.Browser.Context.SetOfflineAsync(false);

        await Expect(page.Answers).ToHaveCountAsync(2);
        Assert.Collection(
            page.Asked,
            first => Assert.Contains(Deposit, first, StringComparison.Ordinal),
            second => Assert.Contains("你好", second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_survives_a_reload_and_a_closed_tab()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.Question.FillAsync("写到一半的");
        await page.Browser.ReloadAsync();
        await Expect(page.Question).ToHaveValueAsync("写到一半的");

        var context = page.Browser.Context;
        await page.Browser.CloseAsync();
        var later = await ChatPage.OpenAsync(await context.NewPageAsync(), "/");

        await Expect(later.Question).ToHaveValueAsync("写到一半的");
    }

    [Fact]
    public async Task A_question_that_was_not_sent_when_the_tab_was_closed_waits_in_the_field()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.RefuseWithAsync(Replies.Error(500, "ServiceError", "系统出了问题。"));
        await page.SendAsync(Deposit);
        await Expect(page.Button("重试")).ToBeVisibleAsync();

        var context = page.Browser.Context;
        await page.Browser.CloseAsync();
        var later = await ChatPage.OpenAsync(await context.NewPageAsync(), "/");

        await Expect(later.Question).ToHaveValueAsync(Deposit);
    }

    [Fact]
    public async Task A_question_that_failed_is_kept_and_can_be_tried_again()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.RefuseWithAsync(Replies.Error(500, "ServiceError", "系统出了问题。"));
        await page.SendAsync(Deposit);
        await Expect(page.Browser.Locator(".question")).ToContainTextAsync(Deposit);
        await page.Button("重试").WaitForAsync();

        await page.Browser.UnrouteAllAsync();
        await page.Button("重试").ClickAsync();

        await Expect(page.Answers).ToHaveCountAsync(1);
        await Expect(page.Button("重试")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(429, "RateLimited", "问得太快了，请过一会儿再试。", "1")]
    [InlineData(503, "ServiceUnavailable", "法律资料正在装入，请过几秒再试。", "1")]
    public async Task A_server_that_asks_to_wait_is_asked_again_by_itself(int status, string code, string detail, string retryAfter)
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        var asked = 0;
        await page.Browser.RouteAsync(ChatPage.Activities, route => route.Request.Method == "POST" && Interlocked.Increment(ref asked) == 1
            ? route.FulfillAsync(Replies.Error(status, code, detail, retryAfter))
            : route.ContinueAsync());

        await page.SendAsync(Deposit);

        await Expect(page.Browser.Locator(".note")).ToContainTextAsync(detail);
        await Expect(page.Answers).ToHaveCountAsync(1);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_refused_question_can_be_changed_and_asked_again()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.RefuseWithAsync(Replies.Error(400, "BadArgument", "写得太长了。"));
        await page.SendAsync(Deposit);

        await page.Button("改一改再问").ClickAsync();

        await Expect(page.Question).ToHaveValueAsync(Deposit);
        await Expect(page.Question).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_conversation_survives_a_reload_without_being_asked_again()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.AskAsync(Deposit);
        var text = await page.LastAnswer.InnerTextAsync();

        await page.Browser.ReloadAsync();

        await Expect(page.LastAnswer).ToHaveTextAsync(text, new() { UseInnerText = true });
        Assert.Single(page.Asked);
    }

    [Fact]
    public async Task The_conversation_on_the_server_goes_on_after_a_reload()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.AskAsync(Deposit);
        await page.Browser.ReloadAsync();
        await page.AskAsync("你好");

        Assert.Single(page.Requested.Where(request => request.AbsolutePath.EndsWith("/activities", StringComparison.Ordinal)).Select(request => request.AbsolutePath).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_streams_are_blocked_questions_are_answered_all_the_same()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.Browser.EvaluateAsync("() => { window.WebSocket = function () { throw new Error('blocked'); }; }");
        await page.AskAsync(Deposit);
        await page.AskAsync("你好");

        await Expect(page.Citations).ToHaveCountAsync(0);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task What_the_service_says_by_itself_is_shown_and_shown_once()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        var spoken = Replies.Said("您的申请已经受理。");
        await page.Browser.RouteWebSocketAsync("**/stream?**", socket =>
        {
            socket.Send(spoken);
            socket.Send("");
            socket.Send(spoken);
        });
        await page.SendAsync(Deposit);

        await Expect(page.Browser.GetByText("您的申请已经受理。")).ToHaveCountAsync(1);
        await Expect(page.Answers).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task That_the_other_side_is_writing_is_shown_until_it_has_written()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        IWebSocketRoute? stream = null;
        await page.Browser.RouteWebSocketAsync("**/stream?**", socket => stream = socket);
        await page.AskAsync(Deposit);
        while (stream is null)
            await Task.Delay(50);

        stream.Send(Replies.Typing);
        await Expect(page.Browser.GetByText("对方正在写")).ToBeVisibleAsync();
        stream.Send(Replies.Said("您好，我是值班律师。"));

        await Expect(page.Browser.GetByText("值班律师")).ToBeVisibleAsync();
        await Expect(page.Browser.GetByText("对方正在写")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_page_whose_token_is_over_comes_back_to_its_conversation()
    {
        await using var page = await stage.OpenAsync(Screen.Phone);
        await page.AskAsync(Deposit);
        await page.Browser.EvaluateAsync("""
            () => sessionStorage.setItem('line', JSON.stringify(Object.assign(JSON.parse(sessionStorage.getItem('line')), { token: 'over', expires: 0 })))
            """);
        await page.Browser.ReloadAsync();
        await page.AskAsync("你好");

        Assert.Single(page.Requested.Where(request => request.AbsolutePath.EndsWith("/activities", StringComparison.Ordinal)).Select(request => request.AbsolutePath).Distinct(StringComparer.Ordinal));
    }
}
