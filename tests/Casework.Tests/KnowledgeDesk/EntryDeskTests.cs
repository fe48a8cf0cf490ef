using LegalService.Casework.Audit;
using LegalService.Casework.KnowledgeDesk;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Store;
using LegalService.Casework.Unanswered;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.KnowledgeDesk;

public sealed class EntryDeskTests
{
    private const string Entry = "faq/well";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Actor Editor = Actor.Staff("saran");
    private static readonly Actor Approver = Actor.Staff("batu");

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task What_one_writes_and_another_approves_is_in_use(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);

        var approved = await ApproveAsync(host, "一");

        Assert.Equal((DeskState.Approved, 1, "staff/batu"), (approved.State, approved.Number, approved.DecidedBy));
        var live = Assert.Single(await host.Get<LiveEntries>().ListAsync(None));
        Assert.Equal((Entry, "一", false), (live.Entry, live.Text, live.Withdraws));
        Assert.Empty(await host.Get<DeskReading>().OpenAsync(None));
        Assert.Equal(
            ["knowledge.drafted", "knowledge.proposed", "knowledge.approved"],
            await host.Get<CaseworkStore>().ReadAsync(
                (context, token) => context.Set<AuditEntry>().Where(row => row.Subject == "knowledge/faq/well").OrderBy(row => row.Id).Select(row => row.Action).ToListAsync(token), None));
    }

    [Fact]
    public async Task Nobody_approves_what_he_wrote_himself()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var proposed = await ProposeAsync(host, "一");

        Assert.Equal("knowledge.ownProposal", await CodeAsync(host.Get<EntryDesk>().ApproveAsync(proposed.Sight, "", Editor, None)));
        Assert.Empty(await host.Get<LiveEntries>().ListAsync(None));
    }

    [Fact]
    public async Task Only_its_author_changes_a_draft_and_what_is_proposed_not_even_he()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var desk = host.Get<EntryDesk>();
        var draft = Value(await desk.SaveAsync(Draft("一"), Editor, None));

        Assert.Equal("knowledge.notYours", await CodeAsync(desk.SaveAsync(Draft("二") with { Seen = draft.Sight }, Approver, None)));
        Assert.Equal("knowledge.notYours", await CodeAsync(desk.ProposeAsync(draft.Sight, "好", Approver, None)));
        var proposed = Value(await desk.ProposeAsync(draft.Sight, "好", Editor, None));
        Assert.Equal("knowledge.state", await CodeAsync(desk.SaveAsync(Draft("二") with { Seen = proposed.Sight }, Editor, None)));

        var again = Value(await desk.TakeBackAsync(proposed.Sight, Editor, None));
        Assert.Equal("二", Value(await desk.SaveAsync(Draft("二") with { Seen = again.Sight }, Editor, None)).Text);
    }

    [Fact]
    public async Task What_is_returned_with_a_reason_is_mended_and_proposed_again()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var desk = host.Get<EntryDesk>();
        var proposed = await ProposeAsync(host, "一");
        Assert.Equal("text.required", await CodeAsync(desk.ReturnAsync(proposed.Sight, " ", Approver, None)));

        var returned = Value(await desk.ReturnAsync(proposed.Sight, "少写了期限", Approver, None));
        Assert.Equal((DeskState.Returned, "少写了期限"), (returned.State, returned.Decision));
        var mended = Value(await desk.SaveAsync(Draft("二") with { Seen = returned.Sight }, Editor, None));
        var again = Value(await desk.ProposeAsync(mended.Sight, "补上了", Editor, None));

        Assert.Equal("二", Value(await desk.ApproveAsync(again.Sight, "", Approver, None)).Text);
    }

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task A_roll_back_brings_the_version_before_and_at_last_the_shipped_corpus(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var desk = host.Get<EntryDesk>();
        foreach (var text in new[] { "一", "二", "三" })
            await ApproveAsync(host, text);

        Assert.Equal(2, (await desk.RollBackAsync(Entry, 3, "写错了", Editor, None)).Value);
        Assert.Equal("二", Assert.Single(await host.Get<LiveEntries>().ListAsync(None)).Text);
        // What was taken out of use is no version to come back to.
        await ApproveAsync(host, "四");
        Assert.Equal(2, (await desk.RollBackAsync(Entry, 4, "写错了", Editor, None)).Value);
        Assert.Equal(1, (await desk.RollBackAsync(Entry, 2, "写错了", Editor, None)).Value);
        Assert.Equal(0, (await desk.RollBackAsync(Entry, 1, "写错了", Editor, None)).Value);

        Assert.Empty(await host.Get<LiveEntries>().ListAsync(None));
        Assert.Equal("knowledge.nothingBefore", await CodeAsync(desk.RollBackAsync(Entry, 0, "写错了", Editor, None)));
        var history = await host.Get<DeskReading>().HistoryAsync(Entry, None);
        Assert.Equal([0, 1, 2, 4, 2, 3, 2, 1], history.Releases.Select(release => release.Number));
        Assert.Equal((0, null, 4), (history.Live, history.Before, history.Versions.Count));
    }

    [Fact]
    public async Task A_roll_back_of_what_is_no_longer_in_use_changes_nothing()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        await ApproveAsync(host, "一");
        await ApproveAsync(host, "二");

        Assert.Equal("knowledge.changed", await CodeAsync(host.Get<EntryDesk>().RollBackAsync(Entry, 1, "写错了", Editor, None)));
        Assert.Equal("text.required", await CodeAsync(host.Get<EntryDesk>().RollBackAsync(Entry, 2, "", Editor, None)));
        Assert.Equal("knowledge.notFound", await CodeAsync(host.Get<EntryDesk>().RollBackAsync("faq/none", 1, "写错了", Editor, None)));
        Assert.Equal("二", Assert.Single(await host.Get<LiveEntries>().ListAsync(None)).Text);
    }

    [Fact]
    public async Task What_was_proposed_over_a_version_that_is_no_longer_in_use_is_not_approved()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var desk = host.Get<EntryDesk>();
        await ApproveAsync(host, "一");
        var proposed = await ProposeAsync(host, "二");
        await desk.RollBackAsync(Entry, 1, "写错了", Approver, None);

        Assert.Equal("knowledge.outdated", await CodeAsync(desk.ApproveAsync(proposed.Sight, "", Approver, None)));
        var draft = Value(await desk.TakeBackAsync(proposed.Sight, Editor, None));
        Assert.Equal("knowledge.outdated", await CodeAsync(desk.ProposeAsync(draft.Sight, "好", Editor, None)));
        var looked = Value(await desk.SaveAsync(Draft("二") with { Seen = draft.Sight }, Editor, None));
        Assert.True((await desk.ProposeAsync(looked.Sight, "好", Editor, None)).Succeeded);
    }

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task An_entry_has_one_open_version_however_many_begin_one_at_once(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var desk = host.Get<EntryDesk>();

        var begun = await Task.WhenAll(Enumerable.Range(0, 6).Select(place => Task.Run(() => desk.SaveAsync(Draft($"{place}"), Actor.Staff($"e{place}"), None))));

        Assert.Single(begun, result => result.Succeeded);
        Assert.All(begun.Where(result => !result.Succeeded), result => Assert.Equal("knowledge.underway", result.Failure!.Code));
        var open = Assert.Single(await host.Get<DeskReading>().OpenAsync(None));
        Assert.True((await desk.DiscardAsync(open.Sight, Approver, None)).Succeeded);
        Assert.Equal(2, Value(await desk.SaveAsync(Draft("又"), Editor, None)).Number);
    }

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task Of_two_decisions_at_once_one_counts(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var desk = host.Get<EntryDesk>();
        var proposed = await ProposeAsync(host, "一");

        var decided = await Task.WhenAll(
            Task.Run(() => desk.ApproveAsync(proposed.Sight, "", Approver, None)),
            Task.Run(() => desk.ReturnAsync(proposed.Sight, "不好", Actor.Staff("naran"), None)),
            Task.Run(() => desk.TakeBackAsync(proposed.Sight, Editor, None)));

        Assert.Single(decided, result => result.Succeeded);
        Assert.All(decided.Where(result => !result.Succeeded), result => Assert.Equal("knowledge.changed", result.Failure!.Code));
    }

    [Fact]
    public async Task A_withdrawal_is_in_use_as_such()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var desk = host.Get<EntryDesk>();
        var draft = Value(await desk.SaveAsync(Draft("撤下") with { Withdraws = true, Before = "旧" }, Editor, None));
        var proposed = Value(await desk.ProposeAsync(draft.Sight, "法律废止了", Editor, None));
        await desk.ApproveAsync(proposed.Sight, "", Approver, None);

        Assert.True(Assert.Single(await host.Get<LiveEntries>().ListAsync(None)).Withdraws);
        Assert.Equal("旧", (await host.Get<DeskReading>().FindAsync(draft.Sight.Id, None))!.Before);
    }

    [Fact]
    public async Task The_questions_it_answers_are_settled_when_it_is_approved()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var (desk, questions) = (host.Get<EntryDesk>(), host.Get<UnansweredQuestions>());
        await questions.NoteAsync(new OpenQuestion(UnansweredKind.NoAnswer, "井没水", "wechat"), None);
        await questions.NoteAsync(new OpenQuestion(UnansweredKind.NoAnswer, "桶没了", "wechat"), None);
        var open = await questions.ListAsync(new UnansweredFilter(), None);

        var draft = Value(await desk.SaveAsync(Draft("一") with { Answers = [open[0].Id] }, Editor, None));
        var proposed = Value(await desk.ProposeAsync(draft.Sight, "有人问", Editor, None));
        Assert.Equal(2, (await questions.ListAsync(new UnansweredFilter(), None)).Count);
        await desk.ApproveAsync(proposed.Sight, "", Approver, None);

        Assert.Equal(open[1].Id, Assert.Single(await questions.ListAsync(new UnansweredFilter(), None)).Id);
    }

    [Fact]
    public async Task What_is_too_long_is_refused()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var desk = host.Get<EntryDesk>();

        Assert.Equal("text.required", await CodeAsync(desk.SaveAsync(Draft(new string('一', EntryDesk.LongestText + 1)), Editor, None)));
        Assert.Equal("text.required", await CodeAsync(desk.SaveAsync(Draft("一") with { Entry = new string('x', EntryDesk.LongestName + 1) }, Editor, None)));
        Assert.Equal("text.required", await CodeAsync(desk.SaveAsync(Draft("一") with { Title = "" }, Editor, None)));
    }

    private static DeskDraft Draft(string text) => new(Entry, "井没水了怎么办", text);

    private static async Task<DeskVersionRecord> ProposeAsync(CaseworkHost host, string text)
    {
        var draft = Value(await host.Get<EntryDesk>().SaveAsync(Draft(text), Editor, None));
        return Value(await host.Get<EntryDesk>().ProposeAsync(draft.Sight, "有人问", Editor, None));
    }

    private static async Task<DeskVersionRecord> ApproveAsync(CaseworkHost host, string text) =>
        Value(await host.Get<EntryDesk>().ApproveAsync((await ProposeAsync(host, text)).Sight, "", Approver, None));

    private static T Value<T>(Result<T> result) => result.Succeeded ? result.Value : throw new Xunit.Sdk.XunitException(result.Failure.ToString());

    private static async Task<string?> CodeAsync<T>(Task<Result<T>> result) => (await result).Failure?.Code;
}
