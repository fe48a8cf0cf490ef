using System.Text.Json;
using LegalService.Bot.Channels.WeChat;
using LegalService.Casework.Conversations;
using LegalService.Casework.Notifications.Sending;
using LegalService.Support;
using SendOutcome = LegalService.Casework.Notifications.Sending.SendOutcome;

namespace LegalService.Bot.Tests.Channels.WeChat;

public sealed class NotificationTests : IDisposable
{
    private const string Text = "您预约的事定在 11 月 26 日上午 9:00，请带身份证。";

    private readonly WeChatSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_notification_reaches_who_wrote_before()
    {
        await using var host = await StartAsync();
        Assert.Equal(new SendAnswer(SendOutcome.Sent), await SendAsync(host, "o-1"));
        Assert.Equal([new SentText("o-1", Text)], _site.Sent);
    }

    [Fact]
    public async Task Whom_nobody_knows_is_not_sent_to()
    {
        await using var host = await StartAsync();
        Assert.Equal(new SendAnswer(SendOutcome.Refused, "channel.gone"), await SendAsync(host, "o-2"));
        Assert.Empty(_site.Calls);
    }

    [Theory]
    [InlineData(45015, SendOutcome.Refused, "wechat.replyTimePassed")]
    [InlineData(48001, SendOutcome.Refused, "wechat.notPermitted")]
    [InlineData(-1, SendOutcome.TryLater, "wechat.busy")]
    public async Task What_WeChat_refuses_is_told_by_name(int errorCode, SendOutcome outcome, string reason)
    {
        await using var host = await StartAsync();
        _site.Fail(errorCode);
        Assert.Equal(new SendAnswer(outcome, reason), await SendAsync(host, "o-1"));
    }

    [Fact]
    public async Task After_48_hours_the_subscription_message_of_its_kind_is_sent()
    {
        await using var host = await StartAsync(options => options.Templates["appointment.booked"] = new WeChatTemplate { Id = "t-1", Field = "thing3" });
        _site.Fail(45015);
        Assert.Equal(SendOutcome.Sent, (await SendAsync(host, "o-1")).Outcome);
        var body = JsonDocument.Parse(_site.Calls.Last().Body).RootElement;
        Assert.Equal(("o-1", "t-1"), (body.GetProperty("touser").GetString(), body.GetProperty("template_id").GetString()));
        var value = body.GetProperty("data").GetProperty("thing3").GetProperty("value").GetString()!;
        Assert.Equal(20, value.Length);
        Assert.StartsWith(value[..^1], Text);
    }

    private async Task<WeChatHost> StartAsync(Action<WeChatOptions>? configure = null)
    {
        var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site, configure);
        await host.SayAsync(WeChatAccount.Text("o-1", "在吗"));
        return host;
    }

    private static Task<SendAnswer> SendAsync(WeChatHost host, string openId) => host.Get<INotificationChannel>().SendAsync(
        new ChannelMessage(Guid.NewGuid(), host.Get<InboundMessages>().ConversationId("wechat", openId), Text, "appointment.booked"), CancellationToken.None);
}
