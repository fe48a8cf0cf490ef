using LegalService.Bot.Channels.WeChat;
using LegalService.Bot.Turns;
using LegalService.Casework.Conversations;
using LegalService.Support;
using Microsoft.Extensions.Time.Testing;

namespace LegalService.Bot.Tests.Channels.WeChat;

public sealed class SeveralServersTests : IDisposable
{
    private readonly WeChatSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Tries_that_reach_different_servers_are_answered_once()
    {
        var turns = 0;
        Func<ITurnContext, Task> bot = async turn =>
        {
            Interlocked.Increment(ref turns);
            await Task.Delay(50);
            await turn.SendActivityAsync($"答：{turn.Activity.Text}");
        };
        var connection = await PostgresServer.NewDatabaseAsync();
        await using var one = await WeChatHost.StartAsync(bot, _site, connection: connection);
        await using var two = await WeChatHost.StartAsync(bot, _site, connection: connection);
        foreach (var round in Enumerable.Range(1, 20))
        {
            var message = WeChatAccount.Text("o-1", $"问题 {round}");
            var answers = await Task.WhenAll(one.SayAsync(message), two.SayAsync(message), one.SayAsync(message));
            Assert.All(answers, answer => Assert.Equal($"答：问题 {round}", answer));
        }

        Assert.Equal(20, turns);
        Assert.Empty(_site.Sent);
    }

    [Fact]
    public async Task Parts_put_down_on_one_server_are_sent_once_and_in_order_however_many_look()
    {
        var connection = await PostgresServer.NewDatabaseAsync();
        await using var one = await WeChatHost.StartAsync(WeChatHost.Echo, _site, connection: connection);
        await using var two = await WeChatHost.StartAsync(WeChatHost.Echo, _site, connection: connection);
        var texts = Enumerable.Range(1, 30).Select(number => $"第 {number} 条").ToList();
        await one.SayAsync(WeChatAccount.Text("o-1", "在吗"));
        await one.Get<OutgoingMessages>().AddAsync(one.Get<InboundMessages>().ConversationId("wechat", "o-1"), texts, CancellationToken.None);
        await Task.WhenAll(one.RunOnceAsync(), two.RunOnceAsync(), one.RunOnceAsync());
        Assert.Equal(texts, (await one.SentAsync(30)).Select(sent => sent.Text));
    }

    [Fact]
    public async Task A_message_whose_server_died_is_answered_by_WeChats_next_try()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1795485600));
        var connection = await PostgresServer.NewDatabaseAsync();
        await using var dead = await WeChatHost.StartAsync(WeChatHost.Echo, _site, connection: connection, time: time);
        await using var alive = await WeChatHost.StartAsync(WeChatHost.Echo, _site, connection: connection, time: time);
        var message = WeChatAccount.Text("o-1", "在吗");
        await BeginAndDieAsync(dead, message);
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("您说：在吗", await alive.SayAsync(message));
    }

    [Fact]
    public async Task A_message_that_was_acknowledged_before_its_server_died_is_answered_later()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1795485600));
        var connection = await PostgresServer.NewDatabaseAsync();
        await using var dead = await WeChatHost.StartAsync(WeChatHost.Echo, _site, connection: connection, time: time);
        await using var alive = await WeChatHost.StartAsync(WeChatHost.Echo, _site, connection: connection, time: time);
        var arrival = await BeginAndDieAsync(dead, WeChatAccount.Text("o-1", "在吗"));
        Assert.True(await dead.Get<InboundMessages>().AnswerLaterAsync(arrival, TimeSpan.FromSeconds(60), CancellationToken.None));
        await alive.RunOnceAsync();
        Assert.Empty(_site.Sent);
        time.Advance(TimeSpan.FromSeconds(61));
        await alive.RunOnceAsync();
        Assert.Equal([new SentText("o-1", "您说：在吗")], await alive.SentAsync(1));
        // The dead one wakes up: its answer goes nowhere.
        Assert.Equal(Completion.TakenOver, await dead.Get<InboundMessages>().CompleteAsync(arrival, ["x"], [], () => true, CancellationToken.None));
    }

    [Fact]
    public async Task One_token_serves_all_servers()
    {
        _site.TokenDelay = TimeSpan.FromMilliseconds(200);
        var connection = await PostgresServer.NewDatabaseAsync();
        await using var one = await WeChatHost.StartAsync(WeChatHost.Echo, _site, connection: connection);
        await using var two = await WeChatHost.StartAsync(WeChatHost.Echo, _site, connection: connection);
        var servers = new[] { one, two };
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            number => servers[number % 2].Get<WeChatApi>().SendTextAsync("o-1", $"{number}", CancellationToken.None)));
        Assert.All(results, result => Assert.Equal(WeChatOutcome.Done, result.Outcome));
        Assert.Equal((1, 0), _site.TokenCalls);
    }

    private static Task<Arrival> BeginAndDieAsync(WeChatHost host, string message) => host.Get<InboundMessages>().BeginAsync(
        new Delivery("wechat", "o-1", WeChatGate.Reopen(message)!.RepetitionKey, "n", message, TimeSpan.FromSeconds(5.5)), CancellationToken.None);
}
