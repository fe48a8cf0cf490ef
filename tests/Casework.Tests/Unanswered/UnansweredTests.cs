using LegalService.Casework.Audit;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Store;
using LegalService.Casework.Unanswered;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Unanswered;

public sealed class UnansweredTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly OpenQuestion Question = new(UnansweredKind.NoAnswer, "我叫王小明，电话13900000001，能告他吗", "wechat")
    {
        Conversation = "c1",
        Turn = "7",
        Articles = ["民法典第一条", "民法典第二条"],
        Confidence = 0.3,
    };

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task A_question_is_noted_once_however_often_its_turn_is_run(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var questions = host.Get<UnansweredQuestions>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => questions.NoteAsync(Question, None))));
        await questions.NoteAsync(Question with { Kind = UnansweredKind.ThumbsDown }, None);

        var entry = Assert.Single(await questions.ListAsync(new UnansweredFilter { Kind = UnansweredKind.NoAnswer }, None));
        Assert.Equal(["民法典第一条", "民法典第二条"], entry.Articles);
        Assert.Equal(2, (await questions.ListAsync(new UnansweredFilter(), None)).Count);
    }

    [Fact]
    public async Task Words_are_sealed_and_numbers_are_not_kept()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        await host.Get<UnansweredQuestions>().NoteAsync(Question, None);

        var row = await host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<UnansweredQuestion>().SingleAsync(token), None);
        var words = host.Get<Sealer>().Open(row.Question, UnansweredQuestion.Place(row.Id));

        Assert.Equal("我叫王小明，电话***，能告他吗", words);
        Assert.DoesNotContain("王小明", System.Text.Encoding.UTF8.GetString(row.Question), StringComparison.Ordinal);
        Assert.NotEqual("c1", row.Conversation);
    }

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task What_is_settled_is_listed_no_more_and_what_is_old_is_removed(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var questions = host.Get<UnansweredQuestions>();
        await questions.NoteAsync(Question, None);
        await questions.NoteAsync(Question with { Turn = "8" }, None);
        var open = await questions.ListAsync(new UnansweredFilter(), None);

        Assert.Equal(1, await questions.SettleAsync([open[0].Id], Actor.Staff("editor"), None));

        Assert.Equal([open[1].Id], (await questions.ListAsync(new UnansweredFilter(), None)).Select(entry => entry.Id));
        Assert.Equal("staff/editor", Assert.Single(await questions.ListAsync(new UnansweredFilter { Settled = true }, None)).SettledBy);
        host.Time.Advance(TimeSpan.FromDays(366));
        Assert.Equal(2, await questions.RemoveOldAsync(None));
    }
}
