using LegalService.Casework.Audit;
using LegalService.Casework.Conversations;
using LegalService.Casework.Handovers;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Store;
using LegalService.Casework.Unanswered;

namespace LegalService.Casework.Tests.Conversations;

public sealed class ErasureTests
{
    private const string Wish = """{"type":"message","text":"确认删除","from":{"role":"user"}}""";

    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task Of_a_forgotten_conversation_only_the_answer_to_the_wish_is_left(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var (store, id) = (host.Get<ConversationStore>(), "c1");
        await store.StartAsync(id, "directline", "dl_1", None);
        await store.AppendAsync(id, ["""{"type":"message","text":"我叫王小明","from":{"role":"user"}}"""], None);
        await store.RememberAsync(id, new KeptMemory("""{"recent":[]}""", 0), None);
        await host.Get<HandoverDesk>().AskAsync(id, "directline", None);
        await host.Get<CallbackDesk>().AskAsync(id, "directline", "13900000001", None);
        await host.Get<UnansweredQuestions>().NoteAsync(new OpenQuestion(UnansweredKind.NoAnswer, "怪事", "directline") { Conversation = id }, None);
        await host.Get<ChannelLinks>().FollowAsync("request/2611-0042", "directline", id, None);
        var wish = (await store.ReceiveAsync(id, Wish, null, None)).Value!.Sequence;
        var waiting = (await store.NextWaitingAsync(id, wish, None))!;

        await host.Get<ConversationErasure>().ForgetAsync(id, None);
        await store.AnswerAsync(id, wish, waiting.Memory with { Content = null }, ["""{"type":"message","text":"删好了","from":{"role":"bot"}}"""], None);

        Assert.Equal(["确认删除", "删好了"], (await host.Get<Transcripts>().SinceAsync(id, 0, None)).Select(line => line.Text));
        Assert.Null((await store.RecallAsync(id, None)).Content);
        Assert.Null(await host.Get<HandoverDesk>().OpenAsync(id, None));
        Assert.Empty(await host.Get<CallbackDesk>().DueAsync(Actor.System, None));
        Assert.Empty(await host.Get<UnansweredQuestions>().ListAsync(new UnansweredFilter { Settled = null }, None));
        Assert.Empty(await host.Get<Transcripts>().OfMatterAsync("request/2611-0042", Actor.System, None));
    }

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task An_id_on_a_channel_is_kept_only_while_something_may_be_sent_to_it(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var (inbound, outgoing, erasure) = (host.Get<InboundMessages>(), host.Get<OutgoingMessages>(), host.Get<ConversationErasure>());
        var asks = (await inbound.BeginAsync(Delivery("openid-asks"), None)).ConversationId;
        var follows = (await inbound.BeginAsync(Delivery("openid-follows"), None)).ConversationId;
        await host.Get<ChannelLinks>().FollowAsync("request/2611-0042", "wechat", follows, None);
        host.Time.Advance(TimeSpan.FromHours(47));
        Assert.Equal(0, await erasure.ForgetAddressesAsync(None));

        host.Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(1, await erasure.ForgetAddressesAsync(None));
        Assert.Null(await outgoing.AddressAsync(asks, None));
        Assert.Equal("openid-follows", await outgoing.AddressAsync(follows, None));
    }

    private static Delivery Delivery(string user) => new("wechat", user, $"message-{user}", $"nonce-{user}", "<xml/>", TimeSpan.FromSeconds(5));
}
