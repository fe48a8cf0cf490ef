using LegalService.Casework.Feedback;
using LegalService.Casework.Matters;
using LegalService.Casework.Notifications;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using LegalService.Casework.Tests.Store;
using LegalService.Interviews.Fields;

namespace LegalService.Casework.Tests.Matters;

public sealed class MatterTests
{
    private const string Own = "13800138000";

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task The_phone_shows_where_things_stand_and_the_code_opens_the_rest(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync(Aid.Wages(phone: Own));
        await host.AskAsync(request);
        var session = await host.SignInAsync(Own);
        var desk = host.Get<MatterDesk>();

        var seen = Assert.Single((await desk.ListAsync(session, CancellationToken.None)).Requests);
        Assert.Equal((request.Number, RequestState.Incomplete, "王**", false, true), (seen.Status.Number, seen.Status.State, seen.Name, seen.IsOpen, seen.IsTold));
        Assert.Single(seen.Status.Asked);
        Assert.Equal("my.closed", (await desk.DataAsync(session, request.Number, CancellationToken.None)).Failure?.Code);
        Assert.Equal("my.closed", (await desk.WithdrawAsync(session, request.Number, CancellationToken.None)).Failure?.Code);
        Assert.Equal("my.closed", (await desk.EraseAsync(session, request.Number, CancellationToken.None)).Failure?.Code);
        Assert.Equal("proof.wrong", (await desk.ProveAsync(session, request.Number, "AAAAAAAA", CancellationToken.None)).Failure?.Code);

        Assert.True((await desk.ProveAsync(session, request.Number, request.Code, CancellationToken.None)).Succeeded);
        session = (await host.AgainAsync(session))!;
        Assert.Equal("王小明", (await desk.DataAsync(session, request.Number, CancellationToken.None)).Value!.Answers["name"].GetString());
        Assert.True((await desk.WithdrawAsync(session, request.Number, CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task What_is_asked_for_is_brought_by_the_phone_alone()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await host.SubmitAsync(Aid.Wages(phone: Own));
        await host.AskAsync(request);
        var session = await host.SignInAsync(Own);

        var added = await host.Get<MatterDesk>().SupplementAsync(session, request.Number, new Supplement(null, [], "工资条明天送到窗口"), CancellationToken.None);

        Assert.Equal(RequestState.Supplemented, added.Value?.State);
        var changed = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { ["name"] = AnswerJson.Of("别人") };
        Assert.Equal("my.closed", (await host.Get<MatterDesk>().SupplementAsync(session, request.Number, new Supplement(changed, [], null), CancellationToken.None)).Failure?.Code);
    }

    [Fact]
    public async Task Somebody_elses_request_is_one_that_there_is_not()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var (own, other) = (await host.SubmitAsync(Aid.Wages(phone: Own)), await host.SubmitAsync(Aid.Wages(person: 2, phone: "13700137000")));
        var session = await host.SignInAsync(Own);
        var desk = host.Get<MatterDesk>();

        Assert.Equal(own.Number, Assert.Single((await desk.ListAsync(session, CancellationToken.None)).Requests).Status.Number);
        Assert.Equal("request.notFound", (await desk.FindAsync(session, other.Number, CancellationToken.None)).Failure?.Code);
        Assert.Equal("request.notFound", (await desk.ProveAsync(session, other.Number, other.Code, CancellationToken.None)).Failure?.Code);
        Assert.Equal("request.notFound", (await desk.SupplementAsync(session, other.Number, new Supplement(null, [], "x"), CancellationToken.None)).Failure?.Code);
        Assert.Equal("request.notFound", (await desk.RateAsync(session, other.Number, 1, ["slow"], null, CancellationToken.None)).Failure?.Code);
    }

    [Fact]
    public async Task The_identity_number_opens_too_and_guesses_are_counted_with_those_at_other_doors()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await host.SubmitAsync(Aid.Wages(phone: Own));
        var session = await host.SignInAsync(Own);
        var desk = host.Get<MatterDesk>();

        Assert.True((await desk.ProveAsync(session, request.Number, Aid.IdOf(1), CancellationToken.None)).Succeeded);
        for (var person = 2; person < 7; person++)
            await desk.ProveAsync(session, request.Number, Aid.IdOf(person), CancellationToken.None);

        Assert.Equal("lookup.locked", (await desk.ProveAsync(session, request.Number, Aid.IdOf(1), CancellationToken.None)).Failure?.Code);
        Assert.Equal("lookup.locked", (await host.Get<CitizenRequests>().LookupAsync(request.Number, request.Code, CancellationToken.None)).Failure?.Code);
    }

    [Fact]
    public async Task A_matter_to_be_kept_secret_is_told_to_no_phone_and_opened_by_its_code_alone()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await host.SubmitAsync(Violence(safePhone: true));
        var session = await host.SignInAsync(Own);
        var desk = host.Get<MatterDesk>();

        Assert.True(Assert.Single(await host.CodesAsync()).IsNeutral);
        var seen = Assert.Single((await desk.ListAsync(session, CancellationToken.None)).Requests);
        Assert.False(seen.IsTold);
        Assert.Equal(("", null, 0, 0), (seen.Status.ServiceName, seen.Name, seen.Status.History.Count, seen.Status.Deadlines.Count));
        Assert.Equal("proof.wrong", (await desk.ProveAsync(session, request.Number, Aid.IdOf(1), CancellationToken.None)).Failure?.Code);
        Assert.True((await desk.ProveAsync(session, request.Number, request.Code, CancellationToken.None)).Succeeded);
        Assert.True((await desk.FindAsync((await host.AgainAsync(session))!, request.Number, CancellationToken.None)).Value!.IsTold);
    }

    [Fact]
    public async Task Where_calling_is_not_safe_the_phone_gets_no_message_and_opens_nothing()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        await host.SubmitAsync(Violence(safePhone: false));

        Assert.True((await host.AskCodeAsync(Own)).Succeeded);

        Assert.Empty(await host.CodesAsync());
    }

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task A_low_rating_gives_its_reason_and_is_replied_to_within_its_working_days_where_the_citizen_reads_it(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync(Aid.Wages(phone: Own));
        var session = await host.SignInAsync(Own);
        var desk = host.Get<MatterDesk>();
        Assert.Equal("feedback.notYet", (await desk.RateAsync(session, request.Number, 5, [], null, CancellationToken.None)).Failure?.Code);
        await host.RefuseAsync(request);

        Assert.Equal("feedback.reasonNeeded", (await desk.RateAsync(session, request.Number, 2, [], " ", CancellationToken.None)).Failure?.Code);
        Assert.Equal("feedback.reasons", (await desk.RateAsync(session, request.Number, 2, ["invented"], null, CancellationToken.None)).Failure?.Code);
        var given = await desk.RateAsync(session, request.Number, 2, ["again"], "跑了三趟", CancellationToken.None);
        // Wednesday 25 November; the fifth working day after it is Wednesday 2 December.
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 23, 59, 59, TimeSpan.FromHours(8)), given.Value?.ReplyDue);
        Assert.Equal("feedback.given", (await desk.RateAsync(session, request.Number, 5, [], null, CancellationToken.None)).Failure?.Code);

        var replies = host.Get<RatingReplies>();
        var low = Assert.Single(await replies.ListAsync(office: null, replied: false, Aid.Clerk, CancellationToken.None));
        Assert.Equal((request.Number, "让我多跑了好几趟", "跑了三趟", true), (low.Subject, Assert.Single(low.Reasons), low.Comment, low.Reaches));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => replies.ReplyAsync(low.Id, "材料清单已经贴在窗口", Aid.Clerk, CancellationToken.None)));
        Assert.Single(answers, answer => answer.Succeeded);
        Assert.All(answers.Where(answer => !answer.Succeeded), answer => Assert.Equal("feedback.replied", answer.Failure?.Code));

        Assert.Equal("材料清单已经贴在窗口", (await desk.FindAsync(session, request.Number, CancellationToken.None)).Value!.Rating?.Reply);
        Assert.Single(await host.Get<NotificationDesk>().ListAsync($"request/{request.Number}", CancellationToken.None), row => row.Kind == NotificationKinds.FeedbackReplied);
        Assert.Empty(await replies.ListAsync(office: null, replied: false, Aid.Clerk, CancellationToken.None));
    }

    private static Dictionary<string, System.Text.Json.JsonElement> Violence(bool safePhone)
    {
        var answers = Aid.Wages(phone: Own);
        foreach (var field in new[] { "people", "amount", "circumstances", "hardshipPhoto" })
            answers.Remove(field);
        return answers.With("matter", AnswerJson.Of("violence")).With("danger", AnswerJson.Of(true)).With("safePhone", AnswerJson.Of(safePhone));
    }
}
