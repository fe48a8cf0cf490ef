using LegalService.Casework.Audit;
using LegalService.Casework.Requests;
using LegalService.Casework.Staff;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Interviews.Fields;

namespace LegalService.Casework.Tests.Requests;

/// <summary>Several clerks, and several servers, over one queue.</summary>
public sealed class TogetherTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_request_is_handed_to_a_colleague_and_the_citizen_is_not_told(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await AddAsync(host, "bai", "白音");
        var request = await host.SubmitAsync();
        await host.ActAsync(request, (desk, action) => desk.HandAsync(action, "bai", "example-league", CancellationToken.None));
        var record = await host.RecordAsync(request);
        Assert.Equal(("bai", "example-league", RequestState.Received), (record.Clerk, record.Office, record.State));
        Assert.DoesNotContain((await host.LookupAsync(request)).History, line => line.Event == "handed");
        var mine = await host.Get<RequestList>().ListAsync(new() { States = QueueFilter.Open, Clerk = "bai" }, CancellationToken.None);
        Assert.Equal(request.Number, Assert.Single(mine.Lines).Number);
        Assert.Empty((await host.Get<RequestList>().ListAsync(new() { States = QueueFilter.Open, IsUnattended = true }, CancellationToken.None)).Lines);
    }

    [Theory]
    [InlineData("nobody", null)]
    [InlineData(null, "nowhere")]
    public async Task It_is_handed_to_nobody_who_does_not_exist(string? clerk, string? office)
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await host.SubmitAsync();
        var handed = await host.Get<RequestDesk>().HandAsync(new(request.Number, 1, Aid.Clerk), clerk, office, CancellationToken.None);
        Assert.Equal("handed.unknown", handed.Failure?.Code);
        Assert.Equal(1, (await host.RecordAsync(request)).Version);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_another_server_changes_is_told_once(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await using var other = await CaseworkHost.StartAsync(provider, host.Folder, host.Connection);
        var told = new List<RequestNews>();
        using var listening = host.Get<RequestWatch>().Listen(news =>
        {
            told.AddRange(news);
            return Task.CompletedTask;
        });
        await host.Get<RequestWatch>().LookAsync(CancellationToken.None);
        var request = await other.SubmitAsync();
        await host.Get<RequestWatch>().LookAsync(CancellationToken.None);
        await host.Get<RequestWatch>().LookAsync(CancellationToken.None);
        Assert.Equal(new RequestNews(request.Number, 1, "citizen", "received"), Assert.Single(told));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_has_a_record_open_is_seen_by_others_until_he_closes_it_or_is_silent(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var presence = host.Get<RecordPresence>();
        Assert.Empty(await presence.SeeAsync("R261125-000001-1", "narisu", CancellationToken.None));
        Assert.Equal(["narisu"], await presence.SeeAsync("R261125-000001-1", "bai", CancellationToken.None));
        await presence.LeaveAsync("R261125-000001-1", "bai", CancellationToken.None);
        Assert.Empty(await presence.SeeAsync("R261125-000001-1", "narisu", CancellationToken.None));
        Assert.Equal(["narisu"], (await presence.ReadAsync(CancellationToken.None))["R261125-000001-1"]);
        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(await presence.SeeAsync("R261125-000001-1", "bai", CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_suggested_speaks_the_language_knows_the_matter_and_has_the_least_in_hand(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await AddAsync(host, "general", "甲", "legal-aid");
        await AddAsync(host, "wages", "乙", "legal-aid/wages");
        await AddAsync(host, "busy", "丙", "legal-aid/wages");
        await AddAsync(host, "speaks", "丁", ["mn"], "legal-aid");
        await AddAsync(host, "notary", "戊", "remote-notary");
        var busy = await host.SubmitAsync(Aid.Wages(name: "别人", person: 9, phone: "13900139009", opponent: "别的公司"));
        await host.ActAsync(busy, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        await host.ActAsync(busy, (desk, action) => desk.AssignAsync(action, "丙", CancellationToken.None));

        Assert.Equal(["乙", "丙", "丁", "甲"], await SuggestedAsync(host, await host.SubmitAsync()));
        var mongolian = await host.SubmitAsync(Aid.Wages(name: "巴特尔", person: 2, phone: "13900139002", opponent: "另一公司").With("assistance", AnswerJson.Of(["mongolian"])));
        Assert.Equal("丁", (await SuggestedAsync(host, mongolian))[0]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_helps_the_other_side_comes_last_and_is_marked(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await AddAsync(host, "one", "甲", "legal-aid");
        await AddAsync(host, "two", "乙", "legal-aid");
        var client = await host.SubmitAsync(Aid.Wages(name: "巴特尔·孟和"));
        await host.ActAsync(client, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        await host.ActAsync(client, (desk, action) => desk.AssignAsync(action, "甲", CancellationToken.None));
        var against = await host.SubmitAsync(Aid.Wages(name: "李四", person: 2, phone: "13900139000", opponent: "巴特尔·孟和"));
        var suggested = await host.Get<AssigneeSuggestions>().SuggestAsync(await host.RecordAsync(against), CancellationToken.None);
        Assert.Equal([("乙", false), ("甲", true)], suggested.Select(one => (one.DisplayName, one.HasConflict)));
        Assert.Contains("第三十九条", suggested[1].Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_works_nearer_to_the_office_of_the_request_comes_first_and_the_way_is_said()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        await AddAsync(host, "far", "甲", "legal-aid", office: "example-league");
        await AddAsync(host, "here", "乙", "legal-aid", office: "example-centre");
        var suggested = await host.Get<AssigneeSuggestions>().SuggestAsync(await host.RecordAsync(await host.SubmitAsync()), CancellationToken.None);
        Assert.Equal(["乙", "甲"], suggested.Select(one => one.DisplayName));
        Assert.Contains("在同一个单位", suggested[0].Reasons);
        Assert.Contains("单位离受理单位约 59 公里", suggested[1].Reasons);
    }

    private static async Task<List<string>> SuggestedAsync(CaseworkHost host, SubmittedRequest request) =>
        [.. (await host.Get<AssigneeSuggestions>().SuggestAsync(await host.RecordAsync(request), CancellationToken.None)).Select(one => one.DisplayName)];

    private static Task AddAsync(CaseworkHost host, string user, string name, params string[] kinds) => AddAsync(host, user, name, [], kinds);

    private static Task AddAsync(CaseworkHost host, string user, string name, string kind, string office) =>
        AddAsync(host, user, new StaffProfile(name, [StaffRoles.Clerk]) { CaseKinds = [kind], Office = office });

    private static Task AddAsync(CaseworkHost host, string user, string name, string[] languages, params string[] kinds) =>
        AddAsync(host, user, new StaffProfile(name, [StaffRoles.Clerk]) { Languages = languages, CaseKinds = kinds });

    private static async Task AddAsync(CaseworkHost host, string user, StaffProfile profile)
    {
        var added = await host.Get<StaffDirectory>().CreateAsync(new(user, profile), Actor.System, CancellationToken.None);
        Assert.True(added.Succeeded, added.Failure?.Message);
    }
}
