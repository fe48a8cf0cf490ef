using LegalService.Casework.Audit;
using LegalService.Casework.KnowledgeDesk;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Editing;
using LegalService.Knowledge.Law;
using LegalService.Server.Tests.Hosting;
using LegalService.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Server.Tests.KnowledgeDesk;

/// <summary>What was approved is answered from, on every server, and no longer when it is rolled back.</summary>
public sealed class InUseTests
{
    private const string Shipped = "三天内挖开";
    private const string Question = "邻居把水渠堵了怎么办";

    private static readonly (string, string)[] Quick = [("KnowledgeDesk:CheckEvery", "00:00:00.2")];

    [Fact]
    public async Task An_approved_entry_takes_the_place_of_the_shipped_one_until_it_is_rolled_back()
    {
        await using var server = await LegalServer.StartAsync(Quick);
        Assert.Contains(Shipped, await AnswerAsync(server), StringComparison.Ordinal);

        await ApproveAsync(server, EntryText.Of(Entry("堵渠的人马上挖开。")));
        await UntilAsync(server, text => text.Contains("马上挖开", StringComparison.Ordinal));
        Assert.Equal("Healthy", (await server.ReadHealthAsync()).Text("status"));

        await server.Services.GetRequiredService<EntryDesk>().RollBackAsync("faq/canal-blocked", 1, "写错了", Actor.Staff("wang"), CancellationToken.None);
        await UntilAsync(server, text => text.Contains(Shipped, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_entry_is_answered_from_no_longer()
    {
        await using var server = await LegalServer.StartAsync(Quick);

        await ApproveAsync(server, EntryText.Withdrawing(Entry("")), withdraws: true);

        await UntilAsync(server, text => !text.Contains(Shipped, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_server_over_one_store_answers_from_it_and_so_does_one_that_starts_later()
    {
        (string, string)[] shared =
        [
            .. Quick, ("Storage:Provider", "PostgreSql"), ("ConnectionStrings:Default", await PostgresServer.NewDatabaseAsync()),
            ("Storage:MasterKey", Convert.ToBase64String(new byte[32])),
        ];
        await using var one = await LegalServer.StartAsync(shared);
        await using var other = await LegalServer.StartAsync(shared);

        await ApproveAsync(one, EntryText.Of(Entry("堵渠的人马上挖开。")));
        await UntilAsync(one, text => text.Contains("马上挖开", StringComparison.Ordinal));
        await UntilAsync(other, text => text.Contains("马上挖开", StringComparison.Ordinal));

        // Ready means that it answers from it: at no moment is the shipped entry given.
        await using var late = await LegalServer.StartAsync(shared);
        Assert.Contains("马上挖开", await AnswerAsync(late), StringComparison.Ordinal);
    }

    private static FaqEntry Entry(string answer) => new()
    {
        Id = "canal-blocked", Topic = "水渠", Question = Question, Answer = answer, OtherWays = ["隔壁把渠填了我家地浇不上水", "水渠被人堵了找谁管", "上游不放水"],
        Citations = [new ArticleKey("水渠条例", new ArticleNumber(4))], File = "",
    };

    private static async Task ApproveAsync(LegalServer server, string text, bool withdraws = false)
    {
        var desk = server.Services.GetRequiredService<EntryDesk>();
        var draft = await desk.SaveAsync(new DeskDraft("faq/canal-blocked", Question, text) { Withdraws = withdraws }, Actor.Staff("wang"), CancellationToken.None);
        var proposed = await desk.ProposeAsync(draft.Value!.Sight, "有人问", Actor.Staff("wang"), CancellationToken.None);
        Assert.True((await desk.ApproveAsync(proposed.Value!.Sight, "", Actor.Staff("zhao"), CancellationToken.None)).Succeeded);
    }

    private static async Task<string> AnswerAsync(LegalServer server) => (await server.Client.AskAsync(Question)).Text("text");

    private static Task<string> UntilAsync(LegalServer server, Func<string, bool> says) => Eventually.ReadAsync(() => AnswerAsync(server), says);
}
