using LegalService.Casework.Audit;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Referrals;
using LegalService.Casework.Requests;
using LegalService.Casework.Staff;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Tests.Referrals;

public sealed class ReferralTests
{
    private const string From = "example-centre";
    private const string To = "example-north";

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_office_takes_over_what_another_hands_to_it_within_a_time_of_its_own_and_the_citizen_is_told(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var there = await AddAsync(host, "bai", To);
        var request = await host.SubmitAsync();

        await RunAsync(host, request, Aid.Clerk, (desk, action) => desk.ReferAsync(action with { Message = "您家在北苏木，那里办更近。" }, To, CancellationToken.None));

        var waiting = await host.RecordAsync(request);
        Assert.Equal((From, To, RequestState.Received, null), (waiting.ReferredFrom, waiting.Office, waiting.State, waiting.Clerk));
        // Two working days after Wednesday the 25th.
        var clock = Assert.Single(waiting.Deadlines, line => line.Rule == "takeOver");
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 23, 59, 59, TimeSpan.FromHours(8)), clock.Due);
        Assert.Contains((await host.LookupAsync(request)).History, line => line is { Event: CaseEvents.Referred, Message: { } said } && said.Contains("那里办更近", StringComparison.Ordinal));
        Assert.Equal(From, Assert.Single((await host.Get<RequestList>().ListAsync(new() { States = QueueFilter.Open, Office = To }, CancellationToken.None)).Lines).ReferredFrom);

        await RunAsync(host, request, there, (desk, action) => desk.TakeOverAsync(action, CancellationToken.None));

        var taken = await host.RecordAsync(request);
        Assert.Equal((null, To, "bai"), (taken.ReferredFrom, taken.Office, taken.Clerk));
        Assert.Equal(DeadlineState.Met, taken.Deadlines.Single(line => line.Rule == "takeOver").State);
        Assert.Equal([CaseEvents.Received, CaseEvents.Referred, CaseEvents.TakenOver], taken.Steps.Select(step => step.Event));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_an_office_gives_back_is_where_it_came_from_and_may_be_handed_on_again_with_a_new_clock(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var there = await AddAsync(host, "bai", To);
        var request = await host.SubmitAsync();
        await RunAsync(host, request, Aid.Clerk, (desk, action) => desk.ReferAsync(action with { Message = "请北苏木办。" }, To, CancellationToken.None));

        Assert.Equal("text.required", (await TryAsync(host, request, there, (desk, action) => desk.ReturnAsync(action, CancellationToken.None))).Failure?.Code);
        await RunAsync(host, request, there, (desk, action) => desk.ReturnAsync(action with { Message = "不归我们管。" }, CancellationToken.None));

        var back = await host.RecordAsync(request);
        Assert.Equal((null, From), (back.ReferredFrom, back.Office));
        await RunAsync(host, request, Aid.Clerk, (desk, action) => desk.ReferAsync(action with { Message = "盟里管。" }, "example-league", CancellationToken.None));
        Assert.Equal(2, (await host.RecordAsync(request)).Deadlines.Count(line => line.Rule == "takeOver"));
    }

    [Fact]
    public async Task Nobody_answers_for_an_office_that_is_not_his_and_nothing_is_handed_on_twice_at_once()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var elsewhere = await AddAsync(host, "bai", "example-league");
        var request = await host.SubmitAsync();

        Assert.Equal("referral.none", await CodeAsync(host, request, elsewhere, (desk, action) => desk.TakeOverAsync(action, CancellationToken.None)));
        Assert.Equal("referral.office", await CodeAsync(host, request, Aid.Clerk, (desk, action) => desk.ReferAsync(action, "nowhere", CancellationToken.None)));
        Assert.Equal("referral.office", await CodeAsync(host, request, Aid.Clerk, (desk, action) => desk.ReferAsync(action, From, CancellationToken.None)));
        await RunAsync(host, request, Aid.Clerk, (desk, action) => desk.ReferAsync(action with { Message = "请北苏木办。" }, To, CancellationToken.None));
        Assert.Equal("referral.otherOffice", await CodeAsync(host, request, elsewhere, (desk, action) => desk.TakeOverAsync(action, CancellationToken.None)));
        Assert.Equal("referral.waiting", await CodeAsync(host, request, Aid.Clerk, (desk, action) => desk.ReferAsync(action, "example-league", CancellationToken.None)));
    }

    private static async Task<Actor> AddAsync(CaseworkHost host, string user, string office)
    {
        var added = await host.Get<StaffDirectory>().CreateAsync(new(user, new(user, [StaffRoles.Clerk]) { Office = office }), Actor.System, CancellationToken.None);
        Assert.True(added.Succeeded, added.Failure?.Message);
        return Actor.Staff(user);
    }

    private static async Task RunAsync(CaseworkHost host, SubmittedRequest request, Actor by, Func<ReferralDesk, DeskAction, Task<Result<int>>> act)
    {
        var done = await TryAsync(host, request, by, act);
        Assert.True(done.Succeeded, done.Failure?.Code);
    }

    private static async Task<string?> CodeAsync(CaseworkHost host, SubmittedRequest request, Actor by, Func<ReferralDesk, DeskAction, Task<Result<int>>> act) =>
        (await TryAsync(host, request, by, (desk, action) => act(desk, action with { Message = "请办。" }))).Failure?.Code;

    private static async Task<Result<int>> TryAsync(CaseworkHost host, SubmittedRequest request, Actor by, Func<ReferralDesk, DeskAction, Task<Result<int>>> act) =>
        await act(host.Get<ReferralDesk>(), new(request.Number, (await host.RecordAsync(request)).Version, by));
}
