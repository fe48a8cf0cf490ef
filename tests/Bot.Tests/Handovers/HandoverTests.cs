using LegalService.Bot.Activities;
using LegalService.Bot.Handovers;
using LegalService.Bot.Tests.Support;
using LegalService.Casework.Audit;
using LegalService.Casework.Conversations;
using LegalService.Casework.Handovers;
using LegalService.Knowledge.Law;

namespace LegalService.Bot.Tests.Handovers;

public sealed class HandoverTests
{
    private const string Canal = "邻居把水渠堵了怎么办";
    private const string Conversation = "script-1";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Actor Clerk = Actor.Staff("sarnai");

    [Fact]
    public async Task While_a_clerk_has_the_conversation_the_bot_is_silent_but_for_danger()
    {
        var host = await BotHost.StartAsync();
        await host.Get<ConversationStore>().StartAsync(Conversation, "script", "dl_citizen", None);
        var script = Script.With(host.Bot);
        await script.Say("转人工").Expect("下一位就是您").Expect(IsInitiate).Say(Canal).Expect("三天内挖开");
        var waiting = Assert.Single(await host.Get<HandoverDesk>().InboxAsync(None));

        var desk = host.Get<ClerkDesk>();
        await desk.TakeAsync(waiting.Id, Clerk, "萨仁", None);
        await script.Say(Canal).ExpectSilence().Say("他打我").Expect("110");
        Assert.True(ArticleKey.TryParse("水渠条例 第四条", out var key));
        Assert.True((await desk.SayAsync(waiting.Id, Clerk, "萨仁", "我帮您看过了", [key], None)).Succeeded);
        Assert.Equal("article.unknown", (await desk.SayAsync(waiting.Id, Clerk, "萨仁", "看这条", [key with { Law = "没有的法" }], None)).Failure!.Code);
        await desk.HandBackAsync(waiting.Id, Clerk, "萨仁", None);
        await script.Say(Canal).Expect("三天内挖开");

        var lines = await host.Get<Transcripts>().SinceAsync(Conversation, 0, None);
        Assert.Equal(["工作人员萨仁来了，下面由他和您说。", "我帮您看过了", "工作人员萨仁已经离开，下面由我接着答。"], lines.Select(line => line.Text));
        Assert.Equal((Speaker.Clerk, "萨仁"), (lines[1].Speaker, lines[1].Name));
        Assert.Equal(("水渠条例", "第四条"), (Assert.Single(lines[1].Sources).Law, lines[1].Sources[0].Article));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_clerk_who_does_not_answer_loses_the_citizen_to_the_next()
    {
        var host = await BotHost.StartAsync();
        await host.Get<ConversationStore>().StartAsync(Conversation, "script", "dl_citizen", None);
        var script = Script.With(host.Bot);
        await script.Say("我要人工").Expect("下一位").Expect(IsInitiate);
        var id = Assert.Single(await host.Get<HandoverDesk>().InboxAsync(None)).Id;
        await host.Get<ClerkDesk>().TakeAsync(id, Clerk, "萨仁", None);
        await script.Say("在吗").ExpectSilence();

        host.Time.Advance(TimeSpan.FromMinutes(31));

        await script.Say(Canal).Expect("重新排上了队").Expect("三天内挖开").Say("不用人工了").Expect("不转人工了").Say(Canal).Expect("三天内挖开");
        Assert.Empty(await host.Get<HandoverDesk>().InboxAsync(None));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task At_night_a_call_is_offered()
    {
        var host = await BotHost.StartAsync();
        host.Time.Advance(TimeSpan.FromHours(13));

        await Script.With(host.Bot)
            .Say("我想找工作人员").Expect("下班了", "11月26日（周四）上午8:30").Expect(IsInitiate)
            .Say("给我回电话").Expect("请发您的手机号")
            .Say("13900000001").Expect("11月26日（周四）下午5:30之前");
        await host.DisposeAsync();
    }

    private static void IsInitiate(Activity signal) => Assert.Equal((ActivityTypes.Event, "handoff.initiate"), (signal.Type, signal.Name));
}
