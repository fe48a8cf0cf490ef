using LegalService.Casework.Audit;
using LegalService.Casework.Conversations;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Conversations;

public sealed class TranscriptTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_clerk_sees_who_said_what_and_on_which_articles_it_rests()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        await host.Get<ConversationStore>().StartAsync("c1", "directline", "dl_1", None);
        await host.Get<ConversationStore>().AppendAsync(
            "c1",
            [
                """{"type":"conversationUpdate"}""",
                """{"type":"message","text":"欠薪怎么办","from":{"role":"user"},"attachments":[{"contentUrl":"/files/1","contentType":"image/png"}]}""",
                """
                {"type":"message","text":"可以要","from":{"role":"bot","name":"助手"},"entities":[{"type":"legalService/answer","outcome":"answered"},
                {"type":"https://schema.org/Claim","law":"劳动法","article":"第五十条","gist":"按月付"}]}
                """,
                """{"type":"typing"}""",
                """{"type":"message","text":"我是小林","from":{"role":"bot","name":"小林"},"entities":[{"type":"legalService/clerk"}]}""",
            ],
            None);
        await host.Get<ChannelLinks>().FollowAsync("request/2611-0042", "directline", "c1", None);

        var lines = await host.Get<Transcripts>().OfMatterAsync("request/2611-0042", Actor.Staff("sarnai"), None);

        Assert.Equal([(Speaker.Citizen, "欠薪怎么办", 1), (Speaker.Bot, "可以要", 0), (Speaker.Clerk, "我是小林", 0)], lines.Select(line => (line.Speaker, line.Text, line.Files)));
        Assert.Equal(("answered", new TranscriptSource("劳动法", "第五十条", "按月付")), (lines[1].Outcome, Assert.Single(lines[1].Sources)));
        var viewed = await host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<AuditEntry>().SingleAsync(entry => entry.Action == "conversation.viewed", token), None);
        Assert.Equal(("staff/sarnai", "request/2611-0042"), (viewed.Actor, viewed.Subject));
    }
}
