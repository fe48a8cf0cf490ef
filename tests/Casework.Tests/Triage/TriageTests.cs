using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using LegalService.Casework.Triage;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Casework.Tests.Triage;

public sealed class TriageTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_same_person_with_the_same_matter_is_pointed_out_not_refused(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var first = await host.SubmitAsync();
        var again = await FindingAsync(host, await host.SubmitAsync(Aid.Wages(phone: "13900139000")), "duplicate");
        Assert.Equal((FindingKind.Duplicate, first.Number), (again?.Kind, Assert.Single(again!.Related)));
        Assert.Null(await FindingAsync(host, await host.SubmitAsync(Aid.Wages(person: 2, name: "别人")), "duplicate"));
        host.Time.Advance(TimeSpan.FromDays(91));
        Assert.Null(await FindingAsync(host, await host.SubmitAsync(), "duplicate"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_family_that_shares_a_phone_is_not_one_person(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await host.SubmitAsync(Aid.Wages(name: "张三", person: 1));
        Assert.Null(await FindingAsync(host, await host.SubmitAsync(Aid.Wages(name: "张小三", person: 2)), "duplicate"));
        Assert.NotNull(await FindingAsync(host, await host.SubmitAsync(Aid.Wages(name: "张 三", person: 3)), "duplicate"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_other_side_of_one_request_who_applies_in_another_shows_in_both_ways(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var client = await host.SubmitAsync(Aid.Wages(name: "巴特尔·孟和", person: 1));
        var against = await host.SubmitAsync(Aid.Wages(name: "李四", person: 2, phone: "13900139000", opponent: "巴特尔•孟和"));
        var found = await FindingAsync(host, against, "conflict.opponentIsClient");
        Assert.Equal((FindingKind.Conflict, TriageVerdict.Attention, client.Number), (found?.Kind, found?.Verdict, Assert.Single(found!.Related)));
        Assert.Equal("第三十九条", Assert.Single(found.Basis).Article);
        Assert.Contains("同名", found.Reason, StringComparison.Ordinal);
        var later = await host.SubmitAsync(Aid.Wages(name: "巴特尔·孟和", person: 3, phone: "13700137000"));
        Assert.Equal(against.Number, Assert.Single((await FindingAsync(host, later, "conflict.clientIsOpponent"))!.Related));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Both_sides_one_person_and_several_against_one_show(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        Assert.NotNull(await FindingAsync(host, await host.SubmitAsync(Aid.Wages(name: "王五", opponent: "王五")), "conflict.bothSides"));
        var fellow = await host.SubmitAsync(Aid.Wages(name: "赵六", person: 2, phone: "13900139000"));
        var second = await host.SubmitAsync(Aid.Wages(name: "钱七", person: 3, phone: "13700137000"));
        Assert.Equal(fellow.Number, Assert.Single((await FindingAsync(host, second, "sameOpponent"))!.Related));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Triage_runs_again_when_answers_change(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        Assert.Null(await FindingAsync(host, request, "limitNear"));
        var changed = await host.Get<CitizenRequests>().CorrectAsync(
            request.Number, request.Code, new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { ["limitDate"] = AnswerJson.Of(new DateOnly(2026, 11, 29)) },
            CancellationToken.None);
        Assert.True(changed.Succeeded);
        Assert.Equal(TriageVerdict.Now, (await FindingAsync(host, request, "limitNear"))?.Verdict);
        Assert.Equal(0, (await host.Get<RequestList>().ListAsync(new(), CancellationToken.None)).Lines[0].Urgency);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_paper_that_may_follow_has_its_own_deadline_until_it_comes(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        // The file of the service says it in its own words; the list of papers does not say it again.
        Assert.NotNull(await FindingAsync(host, request, "identityFollows"));
        Assert.Null(await FindingAsync(host, request, "material/identity"));
        Assert.Contains((await host.LookupAsync(request)).Deadlines, deadline => deadline is { Rule: "material/identity", Party: DeadlineParty.Applicant });
        var file = await host.UploadAsync();
        var status = (await host.Get<CitizenRequests>().SupplementAsync(request.Number, request.Code, new(null, [new(file.Id, "idPhoto")], null), CancellationToken.None)).Value!;
        Assert.DoesNotContain(status.Deadlines, deadline => deadline.Rule == "material/identity");
        await host.ActAsync(request, (desk, action) => desk.PaperSeenAsync(action, "hardshipProof", CancellationToken.None));
        Assert.DoesNotContain((await host.LookupAsync(request)).Deadlines, deadline => deadline.Rule == "material/hardshipProof");
        Assert.Contains(status.Deadlines, deadline => deadline.Rule == "material/evidence");
    }

    [Theory]
    [InlineData("name", "巴特尔•孟和", "巴特尔·孟和")]
    [InlineData("name", " 王 小明", "王小明")]
    [InlineData("phone", "+86 138-0013-8000", "13800138000")]
    [InlineData("phone", "０４７１－１２３４５６７", "04711234567")]
    [InlineData("idNumber", "15000019850312001x", "15000019850312001X")]
    public void A_person_has_one_form(string kind, string typed, string form) => Assert.Equal(form, PersonText.Normalise(kind, typed));

    private static async Task<Finding?> FindingAsync(CaseworkHost host, SubmittedRequest request, string rule) =>
        (await host.RecordAsync(request)).Findings.SingleOrDefault(finding => finding.Rule == rule);
}
