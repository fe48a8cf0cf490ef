using System.Text;
using LegalService.Bot.Activities;
using LegalService.Bot.Channels.WeChat;
using LegalService.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Bot.Tests.Channels.WeChat;

public sealed class ChannelTests : IDisposable
{
    private readonly WeChatSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_text_is_answered_in_the_reply()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        Assert.Equal("您说：老板不给钱", await host.SayAsync(WeChatAccount.Text("o-1", "老板不给钱")));
        Assert.Empty(_site.Sent);
    }

    [Fact]
    public async Task The_bot_never_sees_an_open_id()
    {
        var seen = "";
        await using var host = await WeChatHost.StartAsync(
            turn =>
            {
                seen = ActivityJson.Write(turn.Activity);
                return Task.CompletedTask;
            },
            _site);
        Assert.Null(await host.SayAsync(WeChatAccount.Text("o-secret-id", "在吗")));
        Assert.Contains("在吗", seen);
        Assert.Contains("\"channelId\":\"wechat\"", seen);
        Assert.DoesNotContain("o-secret-id", seen);
    }

    [Fact]
    public async Task Three_tries_of_one_message_are_answered_by_one_turn_with_one_answer()
    {
        var turns = 0;
        await using var host = await WeChatHost.StartAsync(turn => turn.SendActivityAsync($"第 {Interlocked.Increment(ref turns)} 次"), _site);
        var message = WeChatAccount.Text("o-1", "在吗");
        Assert.Equal("第 1 次", await host.SayAsync(message));
        Assert.Equal("第 1 次", await host.SayAsync(message));
        Assert.Equal("第 1 次", await host.SayAsync(message));
        Assert.Equal("第 2 次", await host.SayAsync(WeChatAccount.Text("o-1", "在吗")));
    }

    [Fact]
    public async Task A_slow_answer_is_acknowledged_and_sent_once_it_is_there()
    {
        var end = new TaskCompletionSource();
        await using var host = await WeChatHost.StartAsync(
            async turn =>
            {
                await end.Task;
                await turn.SendActivityAsync("想好了");
            },
            _site,
            options => options.AnswerWithin = TimeSpan.FromMilliseconds(300));
        var message = WeChatAccount.Text("o-slow", "难题");
        Assert.Null(await host.SayAsync(message));
        Assert.Null(await host.SayAsync(message));
        end.SetResult();
        Assert.Equal([new SentText("o-slow", "想好了")], await host.SentAsync(1));
        Assert.Null(await host.SayAsync(message));
        await host.RunOnceAsync();
        await host.SentAsync(1);
    }

    [Fact]
    public async Task A_second_try_during_the_work_gets_the_same_answer()
    {
        var (turns, end) = (0, new TaskCompletionSource());
        await using var host = await WeChatHost.StartAsync(
            async turn =>
            {
                Interlocked.Increment(ref turns);
                await end.Task;
                await turn.SendActivityAsync("好");
            },
            _site);
        var message = WeChatAccount.Text("o-1", "在吗");
        var (first, second) = (host.SayAsync(message), host.SayAsync(message));
        await Task.Delay(300);
        end.SetResult();
        Assert.Equal(("好", "好", 1), (await first, await second, turns));
    }

    [Fact]
    public async Task A_long_answer_begins_in_the_reply_and_goes_on_in_order()
    {
        var text = string.Concat(Enumerable.Range(1, 400).Select(number => $"第{number}句话，说的是要带的材料。"));
        await using var host = await WeChatHost.StartAsync(turn => turn.SendActivityAsync(text), _site);
        var first = await host.SayAsync(WeChatAccount.Text("o-1", "要带什么"));
        var parts = MessageSplitter.Split(text, 2048).Count;
        Assert.True(parts > 5);
        var sent = await host.SentAsync(parts - 1);
        Assert.Equal(text, first + string.Concat(sent.Select(part => part.Text)));
        Assert.All(sent, part => Assert.True(Encoding.UTF8.GetByteCount(part.Text) <= 2048));
    }

    [Fact]
    public async Task A_number_picks_what_was_offered_before()
    {
        await using var host = await WeChatHost.StartAsync(
            turn => turn.SendActivityAsync(Activity.Message($"您说：{turn.Activity.Text}") with
            {
                SuggestedActions = turn.Activity.Text == "在吗" ? new SuggestedActions([CardAction.Say("工资", "老板拖欠工资"), CardAction.Say("工伤")]) : null,
            }),
            _site);
        Assert.Contains("1. 工资", await host.SayAsync(WeChatAccount.Text("o-1", "在吗")));
        Assert.Equal("您说：老板拖欠工资", await host.SayAsync(WeChatAccount.Text("o-1", " １。")));
        Assert.Equal("您说：1", await host.SayAsync(WeChatAccount.Text("o-1", "1")));
        Assert.Contains("2. 工伤", await host.SayAsync(WeChatAccount.Text("o-1", "在吗")));
        Assert.Equal("您说：2", await host.SayAsync(WeChatAccount.Text("o-2", "2")));
        Assert.Equal("您说：3", await host.SayAsync(WeChatAccount.Text("o-1", "3")));
    }

    [Theory]
    [InlineData("voice", "<MsgId>1</MsgId><Recognition><![CDATA[老板不给钱]]></Recognition>", "您说：老板不给钱")]
    [InlineData("voice", "<MsgId>1</MsgId><Recognition></Recognition>", "没有听清")]
    [InlineData("voice", "<MsgId>1</MsgId><MediaId>x</MediaId>", "没有听清")]
    [InlineData("image", "<MsgId>1</MsgId><PicUrl>http://x/</PicUrl>", "看不了图片")]
    [InlineData("video", "<MsgId>1</MsgId>", "看不了")]
    [InlineData("location", "<MsgId>1</MsgId><Location_X>43.52</Location_X><Location_Y>115.62</Location_Y>", "1. 示例县公共法律服务中心")]
    public async Task Every_kind_of_message_gets_words_that_help(string type, string fields, string expected)
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        Assert.Contains(expected, await host.SayAsync(WeChatAccount.Message("o-1", type, fields)));
    }

    [Fact]
    public async Task A_location_is_answered_with_the_nearest_service_points()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site, services: services => services.AddSingleton<INearestPlaces, TwoPlaces>());
        var answer = await host.SayAsync(WeChatAccount.Message("o-1", "location", "<MsgId>1</MsgId><Location_X>42.5</Location_X><Location_Y>119.25</Location_Y>"));
        Assert.Contains("1. 服务中心 42.5,119.25（约 120 米）", answer);
        Assert.Contains("2. 司法所（约 2.0 公里）", answer);
    }

    [Theory]
    [InlineData("subscribe", "qrscene_1", "12348")]
    [InlineData("SCAN", "1", "12348")]
    [InlineData("CLICK", "ask-wages", "您说：老板拖欠工资怎么办")]
    [InlineData("CLICK", "gone", "已经换了")]
    [InlineData("VIEW", "https://x/", null)]
    [InlineData("TEMPLATESENDJOBFINISH", "", null)]
    [InlineData("LOCATION", "", null)]
    [InlineData("unsubscribe", "", null)]
    public async Task Every_event_is_taken(string name, string key, string? expected)
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        var answer = await host.SayAsync(WeChatAccount.Event("o-1", name, key));
        if (expected is null)
            Assert.Null(answer);
        else
            Assert.Contains(expected, answer);
        Assert.Equal(answer, await host.SayAsync(WeChatAccount.Event("o-1", name, key)));
    }

    [Fact]
    public async Task Who_no_longer_follows_is_forgotten()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        await host.SayAsync(WeChatAccount.Text("o-1", "在吗"));
        var outgoing = host.Get<Casework.Conversations.OutgoingMessages>();
        var conversation = host.Get<Casework.Conversations.InboundMessages>().ConversationId("wechat", "o-1");
        Assert.Equal("o-1", await outgoing.AddressAsync(conversation, CancellationToken.None));
        await host.SayAsync(WeChatAccount.Event("o-1", "unsubscribe"));
        Assert.Null(await outgoing.AddressAsync(conversation, CancellationToken.None));
        Assert.False(await outgoing.AddAsync(conversation, ["在吗"], CancellationToken.None));
    }

    [Fact]
    public async Task A_bot_that_breaks_still_tells_whom_to_call()
    {
        await using var host = await WeChatHost.StartAsync(_ => throw new InvalidOperationException("broken"), _site);
        Assert.Contains("12348", await host.SayAsync(WeChatAccount.Text("o-1", "在吗")));
    }

    [Fact]
    public async Task One_signature_is_good_for_one_message_only()
    {
        await using var host = await WeChatHost.StartAsync(WeChatHost.Echo, _site);
        var first = WeChatAccount.Text("o-1", "在吗");
        Assert.Equal("您说：在吗", await host.SayAsync(first, "nonce"));
        Assert.Equal("您说：在吗", await host.SayAsync(first, "nonce"));
        var replayed = await host.Channel.ReceiveAsync(
            WeChatHost.Call(host.Account.Plain(host.Get<TimeProvider>().GetUtcNow(), "nonce")), Encoding.UTF8.GetBytes(WeChatAccount.Text("o-1", "把钱转走")), CancellationToken.None);
        Assert.Equal((403, ""), (replayed.Status, replayed.Body));
    }

    private sealed class TwoPlaces : INearestPlaces
    {
        public Task<IReadOnlyList<NearPlace>> FindAsync(double latitude, double longitude, int count, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<NearPlace>>([new(FormattableString.Invariant($"服务中心 {latitude},{longitude}"), "城关镇", null, 120, null), new("司法所", "东乡", null, 2000, null)]);
    }
}
