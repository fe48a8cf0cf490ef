using LegalService.Casework.Audit;
using LegalService.Casework.Conversations;
using LegalService.Casework.Handovers;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Store;

namespace LegalService.Casework.Tests.Handovers;

public sealed class HandoverTests
{
    private const string Channel = "directline";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Actor Sarnai = Actor.Staff("sarnai");
    private static readonly Actor Lin = Actor.Staff("lin");
    private static readonly SpokenWords Nothing = new([], []);

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task Of_many_clerks_who_take_a_conversation_one_has_it(StoreProvider provider)
    {
        await using var host = await StartAsync(provider);
        var desk = host.Get<HandoverDesk>();
        var asked = (await desk.AskAsync("c1", Channel, None)).Value!;

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => desk.TakeAsync(asked.Id, Actor.Staff($"clerk-{number}"), Nothing, None))));

        var winner = Assert.Single(taken, one => one.Succeeded).Value!;
        Assert.All(taken.Where(one => !one.Succeeded), one => Assert.Equal(HandoverCodes.Changed, one.Failure!.Code));
        Assert.Equal(winner.Clerk, (await desk.OpenAsync("c1", None))!.Clerk);
    }

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task Who_asks_twice_waits_once_and_knows_how_many_are_before_him(StoreProvider provider)
    {
        await using var host = await StartAsync(provider);
        var desk = host.Get<HandoverDesk>();
        await desk.AskAsync("c1", Channel, None);
        host.Time.Advance(TimeSpan.FromMinutes(1));

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.AskAsync("c2", Channel, None))));

        Assert.Single(both.Select(one => one.Value!.Id).Distinct());
        Assert.All(both, one => Assert.Equal(1, one.Value!.Ahead));
        Assert.Equal(["c1", "c2"], (await desk.InboxAsync(None)).Select(one => one.Conversation));
    }

    [Fact]
    public async Task What_the_clerk_says_stands_in_the_conversation_and_only_who_has_it_may_speak()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite);
        var desk = host.Get<HandoverDesk>();
        var id = (await desk.AskAsync("c1", Channel, None)).Value!.Id;
        Assert.Equal(HandoverCodes.Changed, (await desk.SayAsync(id, Sarnai, Words("您好"), None)).Failure!.Code);

        await desk.TakeAsync(id, Sarnai, Words("工作人员来了"), None);
        await desk.SayAsync(id, Sarnai, Words("您好"), None);
        Assert.Equal(HandoverCodes.Changed, (await desk.SayAsync(id, Lin, Words("我也来"), None)).Failure!.Code);
        Assert.Equal(HandoverCodes.Changed, (await desk.HandBackAsync(id, Lin, Nothing, None)).Failure!.Code);
        var over = (await desk.HandBackAsync(id, Sarnai, Words("机器人接着答"), None)).Value!;

        Assert.Equal(HandoverState.HandedBack, over.State);
        Assert.Null(await desk.OpenAsync("c1", None));
        Assert.Equal(["工作人员来了", "您好", "机器人接着答"], (await host.Get<Transcripts>().SinceAsync("c1", 0, None)).Select(line => line.Text));
        Assert.Equal(HandoverState.Waiting, (await desk.AskAsync("c1", Channel, None)).Value!.State);
    }

    [Fact]
    public async Task A_clerk_who_leaves_a_citizen_without_an_answer_gives_the_place_to_another()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite);
        var desk = host.Get<HandoverDesk>();
        var id = (await desk.AskAsync("c1", Channel, None)).Value!.Id;
        await desk.TakeAsync(id, Sarnai, Nothing, None);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.NoteCitizenAsync(id, None);
        Assert.True((await desk.OpenAsync("c1", None))!.IsUnanswered);

        await desk.WaitAgainAsync(id, None);

        Assert.Equal((HandoverState.Waiting, (string?)null), ((await desk.OpenAsync("c1", None))!.State, (await desk.OpenAsync("c1", None))!.Clerk));
        Assert.True((await desk.TakeAsync(id, Lin, Nothing, None)).Succeeded);
    }

    [Fact]
    public async Task Out_of_hours_nobody_is_promised_and_who_still_waits_is_told()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite);
        var desk = host.Get<HandoverDesk>();
        var waiting = (await desk.AskAsync("c1", Channel, None)).Value!;
        Assert.Equal(HandoverCodes.Changed, (await desk.MissAsync(waiting.Id, Words("没来得及"), None)).Failure!.Code);

        host.Time.Advance(TimeSpan.FromHours(11));

        var refused = (await desk.AskAsync("c2", Channel, None)).Failure!;
        Assert.Equal(HandoverCodes.OfficeClosed, refused.Code);
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 8, 30, 0, TimeSpan.FromHours(8)), refused.Details["opensAt"]);
        Assert.Equal(HandoverState.Missed, (await desk.MissAsync(waiting.Id, Words("没来得及"), None)).Value!.State);
        Assert.Null(await desk.OpenAsync("c1", None));
        Assert.Equal(["没来得及"], (await host.Get<Transcripts>().SinceAsync("c1", 0, None)).Select(line => line.Text));
    }

    private static SpokenWords Words(string text) => new([$$"""{"type":"message","text":"{{text}}","from":{"role":"bot"},"entities":[{"type":"legalService/clerk"}]}"""], [text]);

    private static async Task<CaseworkHost> StartAsync(StoreProvider provider)
    {
        var host = await CaseworkHost.StartAsync(provider);
        await host.Get<ConversationStore>().StartAsync("c1", Channel, "dl_1", None);
        await host.Get<ConversationStore>().StartAsync("c2", Channel, "dl_2", None);
        return host;
    }
}
