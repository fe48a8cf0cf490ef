using LegalService.Knowledge.Import;
using LegalService.Knowledge.Sync;

namespace LegalService.Knowledge.Tests.Sync;

public sealed class SyncResumeTests
{
    [Fact]
    public async Task A_run_that_was_killed_goes_on_where_it_was_and_asks_for_nothing_twice()
    {
        using var bench = new SyncBench();
        AddThree(bench.Site);
        using var kill = new CancellationTokenSource();
        // Killed at the second version of the second law.
        bench.Site.OnRequest = path =>
        {
            if (path == "/files/b2")
                kill.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.RunAsync(kill.Token, "甲法", "乙法", "丙法"));
        Assert.Equal("甲法", Assert.Single(await FullTextStore.ReadAsync(bench.Output, CancellationToken.None)).Law);
        bench.Site.OnRequest = null;
        bench.Site.Requests.Clear();

        var report = await bench.RunAsync("甲法", "乙法", "丙法");

        Assert.True(report is { IsComplete: true, Resumed: true });
        Assert.Equal(["乙法"], report.Interrupted);
        Assert.Equal(
            [
                "/law-search/search/list", "/law-search/search/flfgDetails?b2", "/law-search/download/pc?b2", "/files/b2",
                "/law-search/search/list", "/law-search/search/flfgDetails?c1", "/law-search/download/pc?c1", "/files/c1",
            ],
            bench.Site.Requests);
        Assert.Equal(2, (await bench.KeptAsync("乙法")).Versions.Count);
        Assert.Empty(Directory.GetFiles(bench.Output + ".sync", "*.docx"));
    }

    [Fact]
    public async Task A_run_that_was_killed_long_ago_begins_anew()
    {
        using var bench = new SyncBench();
        AddThree(bench.Site);
        using var kill = new CancellationTokenSource();
        bench.Site.OnRequest = path =>
        {
            if (path == "/files/b1")
                kill.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.RunAsync(kill.Token, "甲法", "乙法"));
        bench.Site.OnRequest = null;
        bench.Clock.Advance(TimeSpan.FromDays(3));

        var report = await bench.RunAsync("甲法", "乙法");

        Assert.Equal((false, SyncState.Unchanged, SyncState.New), (report.Resumed, report.Laws[0].State, report.Laws[1].State));
    }

    [Fact]
    public async Task A_law_that_the_store_has_lost_is_fetched_again()
    {
        using var bench = new SyncBench();
        AddThree(bench.Site);
        await bench.RunAsync("甲法");
        Directory.Delete(bench.Output, recursive: true);

        Assert.Equal(SyncState.New, (await bench.RunAsync("甲法")).Laws[0].State);
        Assert.Equal("盖。", (await bench.KeptAsync("甲法")).Versions[0].Articles[0].Text);
    }

    [Fact]
    public async Task A_damaged_state_costs_requests_and_no_law()
    {
        using var bench = new SyncBench();
        AddThree(bench.Site);
        await bench.RunAsync("甲法");
        await File.WriteAllTextAsync(Path.Combine(bench.Output + ".sync", "state.json"), "{\"format\":1,\"laws\":{");

        var report = await bench.RunAsync("甲法");

        Assert.Equal((SyncState.Unchanged, 1), (report.Laws[0].State, report.Requests));
    }

    [Fact]
    public async Task Two_runs_in_one_folder_do_not_get_in_each_others_way()
    {
        using var bench = new SyncBench();
        Directory.CreateDirectory(bench.Output + ".sync");
        await using var other = new FileStream(Path.Combine(bench.Output + ".sync", "lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        await Assert.ThrowsAsync<IOException>(() => bench.RunAsync("甲法"));
        Assert.Empty(bench.Site.Requests);
    }

    [Fact]
    public async Task Fetching_anew_takes_every_text_again()
    {
        using var bench = new SyncBench();
        AddThree(bench.Site);
        await bench.RunAsync("甲法");
        bench.Site.Versions[0] = bench.Site.Versions[0] with { File = Docx("甲法", "盖子。") };

        Assert.Equal(SyncState.Unchanged, (await bench.RunAsync("甲法")).Laws[0].State);
        Assert.Equal(SyncState.Amended, (await bench.RunAsync(_ => { }, refetch: true, "甲法")).Laws[0].State);
        Assert.Equal("盖子。", (await bench.KeptAsync("甲法")).Versions[0].Articles[0].Text);
    }

    private static void AddThree(LawSite site) => site
        .Add("a1", "中华人民共和国甲法", "2020-01-02", "2020-05-01", 3, Docx("甲法", "盖。"))
        .Add("b1", "中华人民共和国乙法", "2010-01-02", "2010-05-01", 2, Docx("乙法", "绳。"))
        .Add("b2", "中华人民共和国乙法", "2020-01-02", "2020-05-01", 3, Docx("乙法", "新绳。"))
        .Add("c1", "中华人民共和国丙法", "2020-01-02", "2020-05-01", 3, Docx("丙法", "桶。"));

    private static byte[] Docx(string law, string text) =>
        SyncBench.Docx("中华人民共和国" + law, "2010年1月2日全国人民代表大会常务委员会第三次会议通过", text);
}
