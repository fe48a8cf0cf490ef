using LegalService.Bot.Tests.Support;
using LegalService.Casework.Notifications.Sending;
using LegalService.Casework.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Bot.Tests.Dialogue.Forms;

public sealed class SubmissionTests
{
    private static readonly string[] Consultation =
        ["我想预约法律咨询", "工资", "没有", "老板欠我三个月的钱一直没有给。", "跳过", "跳过", "打电话", "汉语", "巴特尔", "13900000081", "同意"];

    [Fact]
    public async Task A_turn_that_is_run_twice_sends_one_request()
    {
        var host = await BotHost.StartAsync();
        var citizen = new Talker(host);
        await citizen.SayAllAsync(Consultation);
        var (memory, turns) = (citizen.Memory, citizen.Turns);

        var first = RandomCitizen.ReceiptIn(await citizen.SayAsync("提交"));
        (citizen.Memory, citizen.Turns) = (memory, turns);
        var second = RandomCitizen.ReceiptIn(await citizen.SayAsync("提交"));

        Assert.Equal(first, second);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_matter_that_was_begun_in_a_conversation_is_followed_there_unless_the_citizen_says_no()
    {
        var host = await BotHost.StartAsync(configure: services => services.AddSingleton<INotificationChannel, Letterbox>());
        var (willing, quiet) = (new Talker(host, Letterbox.Channel), new Talker(host, Letterbox.Channel));

        Assert.Contains("有进展会在这个对话里告诉您", await willing.SayAllAsync(Consultation), StringComparison.Ordinal);
        await quiet.SayAllAsync(Consultation);
        Assert.Contains("不在这里通知您", await quiet.SayAsync("不用通知"), StringComparison.Ordinal);
        var followed = RandomCitizen.ReceiptIn(await willing.SayAsync("提交")).Number;
        var left = RandomCitizen.ReceiptIn(await quiet.SayAsync("提交")).Number;

        Assert.Equal([(Letterbox.Channel, willing.Conversation)], await FollowersAsync(host, followed));
        Assert.Empty(await FollowersAsync(host, left));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Who_changes_the_mind_about_the_phone_at_the_end_is_called_on_the_new_one()
    {
        var host = await BotHost.StartAsync();
        var citizen = new Talker(host);
        await citizen.SayAllAsync(Consultation);
        await citizen.SayAllAsync("换一下电话", "139 0000 0082");

        var (number, code) = RandomCitizen.ReceiptIn(await citizen.SayAsync("提交"));

        var data = await host.Get<CitizenRequests>().MyDataAsync(number, code, CancellationToken.None);
        Assert.Equal("13900000082", data.Value!.Answers["phone"].GetString());
        await host.DisposeAsync();
    }

    private static async Task<IReadOnlyList<(string, string)>> FollowersAsync(BotHost host, string number) =>
        [.. (await host.Get<Casework.Notifications.Following.ChannelLinks>().OfAsync($"request/{number}", null, CancellationToken.None)).Select(link => (link.Channel, link.Address))];

    private sealed class Letterbox : INotificationChannel
    {
        public const string Channel = "letterbox";

        public string Name => Channel;

        public Task<SendAnswer> SendAsync(ChannelMessage message, CancellationToken cancellation) => Task.FromResult(new SendAnswer(Casework.Notifications.Sending.SendOutcome.Sent));
    }
}
