using System.Text.Json;
using LegalService.Bot.Channels.WeChat;
using LegalService.Casework.Conversations;
using LegalService.Support;
using Microsoft.Extensions.Time.Testing;

namespace LegalService.Bot.Tests.Channels.WeChat;

public sealed class ApiTests : IDisposable
{
    private readonly WeChatSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_message_is_sent_as_WeChat_wants_it()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        Assert.Equal(WeChatOutcome.Done, (await host.Get<WeChatApi>().SendTextAsync("o-1", "工资按月付。😀", CancellationToken.None)).Outcome);
        var (path, body, request) = Assert.Single(_site.Calls);
        Assert.Equal("/cgi-bin/message/custom/send", path);
        Assert.Contains("工资按月付。", body);
        Assert.Equal("o-1", JsonDocument.Parse(body).RootElement.GetProperty("touser").GetString());
        Assert.True(request.Headers!.ContainsKey("Content-Length"));
    }

    [Fact]
    public async Task A_token_is_fetched_once_and_kept_until_shortly_before_its_end()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1795485600));
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site, time: time);
        await SendAsync(host);
        time.Advance(TimeSpan.FromMinutes(114));
        await SendAsync(host);
        Assert.Equal((1, 0), _site.TokenCalls);
        time.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(host);
        Assert.Equal((2, 0), _site.TokenCalls);
    }

    [Fact]
    public async Task A_token_that_somebody_else_replaced_is_fetched_anew_and_the_call_made_again()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        await SendAsync(host);
        _site.EndToken();
        Assert.Equal(WeChatOutcome.Done, (await SendAsync(host)).Outcome);
        Assert.Equal((2, 0), _site.TokenCalls);
        Assert.Equal(2, _site.Sent.Count);
    }

    [Fact]
    public async Task An_administrator_sees_whether_the_account_can_be_reached_and_why_not()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        Assert.True((await host.Get<WeChatApi>().TryAsync(CancellationToken.None)).Succeeded);
        await using var wrong = await WeChatHost.StartAsync(WeChatHost.Echo, _site, options => options.AppSecret = "another");
        Assert.Equal("wechat.credentialsWrong", (await wrong.Get<WeChatApi>().TryAsync(CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task A_token_that_WeChat_refuses_although_it_gives_it_again_is_replaced_by_force(int errorCode)
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        await SendAsync(host);
        _site.Fail(errorCode);
        Assert.Equal(WeChatOutcome.Done, (await SendAsync(host)).Outcome);
        Assert.Equal((3, 1), _site.TokenCalls);
    }

    [Fact]
    public async Task A_token_refused_twice_is_an_outcome_and_no_loop()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        _site.Fail(40001).Fail(42001);
        Assert.Equal(WeChatOutcome.TokenRefused, (await SendAsync(host)).Outcome);
        Assert.Equal(2, _site.Calls.Count);
    }

    [Theory]
    [InlineData(45015, "wechat.replyTimePassed")]
    [InlineData(45047, "wechat.tooManyMessages")]
    [InlineData(48001, "wechat.notPermitted")]
    [InlineData(43004, "wechat.notFollowing")]
    [InlineData(40003, "wechat.notFollowing")]
    [InlineData(43101, "wechat.notAgreed")]
    [InlineData(45009, "wechat.dayQuotaUsedUp")]
    [InlineData(40164, "wechat.addressNotListed")]
    [InlineData(-1, "wechat.busy")]
    [InlineData(99999, "wechat.refused")]
    public async Task An_error_under_status_200_is_told_by_its_name(int errorCode, string code)
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        _site.Fail(errorCode);
        var result = await SendAsync(host);
        Assert.Equal((code, errorCode), (result.Code, result.ErrorCode));
        Assert.Single(_site.Calls);
    }

    [Theory]
    [InlineData("<html>", "wechat.unreadable")]
    [InlineData("[]", "wechat.unreadable")]
    [InlineData("{\"errcode\":\"x\"}", "wechat.unreadable")]
    public async Task An_answer_that_is_none_of_WeChats_is_an_outcome(string body, string code)
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        _site.Fail(200, body);
        Assert.Equal(code, (await SendAsync(host)).Code);
    }

    [Fact]
    public async Task A_server_error_is_tried_again_as_often_as_is_set()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site, options => options.Retries = 2);
        _site.Fail(502, "").Fail(500, "");
        Assert.Equal(WeChatOutcome.Done, (await SendAsync(host)).Outcome);
        _site.Fail(502, "").Fail(502, "").Fail(502, "");
        Assert.Equal(WeChatOutcome.Unreachable, (await SendAsync(host)).Outcome);
    }

    [Fact]
    public async Task An_address_where_nobody_is_gives_an_outcome()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site, options => options.ApiBase = new Uri("http://127.0.0.1:1"));
        Assert.Equal(WeChatOutcome.Unreachable, (await SendAsync(host)).Outcome);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_by_its_name()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site, options => options.AppSecret = "another");
        Assert.Equal("wechat.credentialsWrong", (await SendAsync(host)).Code);
        Assert.Empty(_site.Calls);
    }

    [Theory]
    [InlineData(45015, 1)]
    [InlineData(48001, 1)]
    [InlineData(-1, 2)]
    public async Task What_cannot_go_is_given_up_and_what_may_go_later_is_tried_again(int errorCode, int calls)
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1795485600));
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site, time: time);
        await host.SayAsync(WeChatAccount.Text("o-1", "在吗"));
        await host.Get<OutgoingMessages>().AddAsync(host.Get<InboundMessages>().ConversationId("wechat", "o-1"), ["迟到的话"], CancellationToken.None);
        _site.Fail(errorCode);
        await host.RunOnceAsync();
        await host.RunOnceAsync();
        Assert.Single(_site.Calls);
        time.Advance(TimeSpan.FromMinutes(1));
        await host.RunOnceAsync();
        Assert.Equal((calls, calls - 1), (_site.Calls.Count, _site.Sent.Count));
    }

    [Fact]
    public async Task The_shipped_menu_is_set()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site, options => options.PageUrl = new Uri("https://falv.example.gov.cn/"));
        Assert.Equal(WeChatOutcome.Done, (await host.Get<WeChatApi>().SetMenuAsync(host.Get<WeChatContent>().Menu, CancellationToken.None)).Outcome);
        var (path, body, _) = Assert.Single(_site.Calls);
        Assert.Equal("/cgi-bin/menu/create", path);
        var buttons = JsonDocument.Parse(body).RootElement.GetProperty("button").EnumerateArray().ToList();
        Assert.InRange(buttons.Count, 1, 3);
        var entries = buttons.SelectMany(button => button.GetProperty("sub_button").EnumerateArray()).ToList();
        Assert.Contains(entries, entry => entry.GetProperty("type").GetString() == "view" && entry.GetProperty("url").GetString() == "https://falv.example.gov.cn/");
        Assert.Contains(entries, entry => entry.GetProperty("type").GetString() == "click" && entry.GetProperty("key").GetString() == "ask-wages");
    }

    [Fact]
    public async Task A_subscription_message_names_its_template_and_values()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["thing1"] = "预约提醒" };
        Assert.Equal(WeChatOutcome.Done, (await host.Get<WeChatApi>().SendSubscriptionAsync("o-1", "t-1", null, values, CancellationToken.None)).Outcome);
        var (path, body, _) = Assert.Single(_site.Calls);
        Assert.Equal("/cgi-bin/message/subscribe/bizsend", path);
        Assert.Equal("预约提醒", JsonDocument.Parse(body).RootElement.GetProperty("data").GetProperty("thing1").GetProperty("value").GetString());
    }

    private static Task<WeChatResult> SendAsync(WeChatHost host) => host.Get<WeChatApi>().SendTextAsync("o-1", "在吗", CancellationToken.None);
}
