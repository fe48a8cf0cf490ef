using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Import;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Sync;

namespace LegalService.Knowledge.Tests.Sync;

public sealed class SyncTests
{
    [Fact]
    public async Task A_law_is_fetched_with_all_its_versions_and_their_intervals()
    {
        using var bench = new SyncBench();
        bench.Site
            .Add("old", "中华人民共和国水井法", "2010-01-02", "2010-03-01", 2, SyncBench.Well("井要有盖。", "2010年1月2日"))
            .Add("new", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖和绳。"))
            .Add("next", "中华人民共和国水井法", "2026-02-02", "2027-01-01", 4, SyncBench.Well("井要有盖、绳和桶。", "2026年2月2日"));

        var report = await bench.RunAsync("水井法");
        var law = await bench.KeptAsync("水井法");

        Assert.Equal(SyncState.New, Assert.Single(report.Laws).State);
        Assert.True(report.IsComplete);
        Assert.Equal(
            [
                (new DateOnly(2010, 3, 1), new DateOnly(2020, 4, 30)),
                (new DateOnly(2020, 5, 1), new DateOnly(2026, 12, 31)),
                (new DateOnly(2027, 1, 1), (DateOnly?)null),
            ],
            law.Versions.Select(version => (version.Start, version.InForceTo)));
        Assert.Equal(["井要有盖。", "井要有盖和绳。", "井要有盖、绳和桶。"], law.Versions.Select(version => version.Articles[0].Text));
        Assert.Equal("全国人民代表大会常务委员会", law.Versions[0].Issuer);
        Assert.Equal(1 + (3 * 3), report.Requests);
    }

    [Fact]
    public async Task Requests_carry_the_headers_of_the_site_and_are_a_second_apart()
    {
        using var bench = new SyncBench();
        bench.Site.Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。"));

        await bench.RunAsync("水井法");

        Assert.Equal([1, 1, 1], bench.Clock.Waits);
        Assert.All(bench.Site.Raw, request => Assert.Equal(bench.Site.Address.AbsoluteUri, request.Headers!["Referer"][0]));
        Assert.All(bench.Site.Raw.Take(3), request => Assert.Equal("application/json", request.Headers!["Accept"][0]));
    }

    [Fact]
    public async Task Other_laws_stay_as_they_are()
    {
        using var bench = new SyncBench();
        await FullTextStore.WriteAsync(bench.Output, [Kept("水井法", "旧。"), Kept("水车法", "轮子。")], CancellationToken.None);
        bench.Site.Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。"));

        var report = await bench.RunAsync("水井法");

        Assert.Equal(SyncState.Amended, Assert.Single(report.Laws).State);
        Assert.Equal("轮子。", (await bench.KeptAsync("水车法")).Versions[0].Articles[0].Text);
        Assert.Equal("井要有盖。", (await bench.KeptAsync("水井法")).Versions[^1].Articles[0].Text);
    }

    [Fact]
    public async Task What_has_not_changed_costs_one_request_and_leaves_the_corpus_alone()
    {
        using var bench = new SyncBench();
        bench.Site.Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。"));
        await bench.RunAsync("水井法");
        var before = FullTextStore.Fingerprint(bench.Output);

        var second = await bench.RunAsync("水井法");

        Assert.Equal((SyncState.Unchanged, 1, false), (second.Laws[0].State, second.Requests, second.Resumed));
        Assert.Equal(before, FullTextStore.Fingerprint(bench.Output));
    }

    [Fact]
    public async Task An_amended_law_costs_only_its_new_version()
    {
        using var bench = new SyncBench();
        bench.Site.Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。"));
        await bench.RunAsync("水井法");
        bench.Site.Versions[0] = bench.Site.Versions[0] with { Status = 2 };
        bench.Site.Add("b", "中华人民共和国水井法", "2026-01-02", "2026-02-01", 3, SyncBench.Well("井要有绳。", "2026年1月2日"));
        bench.Site.Requests.Clear();

        var report = await bench.RunAsync("水井法");

        Assert.Equal(SyncState.Amended, report.Laws[0].State);
        Assert.Equal(["/law-search/search/list", "/law-search/search/flfgDetails?b", "/law-search/download/pc?b", "/files/b"], bench.Site.Requests);
        Assert.Equal([new DateOnly(2026, 1, 31), null], (await bench.KeptAsync("水井法")).Versions.Select(version => version.InForceTo));
    }

    [Fact]
    public async Task A_repealed_law_ends_on_the_day_that_the_law_in_its_place_names()
    {
        using var bench = new SyncBench();
        bench.Site
            .Add("well", "中华人民共和国水井法", "2010-01-02", "2010-03-01", 3, SyncBench.Well("井要有盖。", "2010年1月2日"))
            .Add("water", "中华人民共和国用水法", "2025-01-02", "2025-07-01", 3, SyncBench.Docx(
                "中华人民共和国用水法", "2025年1月2日全国人民代表大会常务委员会第三次会议通过", "水要省着用。", "本法自2025年7月1日起施行。《中华人民共和国水井法》同时废止。"));
        await bench.RunAsync("水井法");
        bench.Site.Versions[0] = bench.Site.Versions[0] with { Status = 1 };

        var report = await bench.RunAsync("用水法", "水井法");
        var version = (await bench.KeptAsync("水井法")).Versions[^1];

        Assert.Equal([SyncState.New, SyncState.Repealed], report.Laws.Select(law => law.State));
        Assert.Equal((new DateOnly(2025, 6, 30), "用水法"), (version.InForceTo, version.RepealedBy));
    }

    [Fact]
    public async Task A_law_that_nobody_syncs_ends_when_a_fetched_one_repeals_it()
    {
        using var bench = new SyncBench();
        await FullTextStore.WriteAsync(bench.Output, [Kept("水井法", "旧。")], CancellationToken.None);
        bench.Site.Add("water", "中华人民共和国用水法", "2025-01-02", "2025-07-01", 3, SyncBench.Docx(
            "中华人民共和国用水法", "2025年1月2日全国人民代表大会常务委员会第三次会议通过", "本法自2025年7月1日起施行。《中华人民共和国水井法》同时废止。"));

        var report = await bench.RunAsync("用水法");

        Assert.Equal("repeal.other", Assert.Single(report.Laws[0].Remarks).Code);
        Assert.Equal(new DateOnly(2025, 6, 30), (await bench.KeptAsync("水井法")).Versions[^1].InForceTo);
    }

    [Fact]
    public async Task A_repealed_law_whose_last_day_nobody_names_is_cited_no_longer_from_today()
    {
        using var bench = new SyncBench();
        bench.Site.Add("well", "中华人民共和国水井法", "2010-01-02", "2010-03-01", 1, SyncBench.Well("井要有盖。", "2010年1月2日"));

        var report = await bench.RunAsync("水井法");

        Assert.Equal("repeal.dayUnknown", Assert.Single(report.Laws[0].Remarks).Code);
        Assert.Equal(new DateOnly(2026, 2, 28), (await bench.KeptAsync("水井法")).Versions[^1].InForceTo);
    }

    [Fact]
    public async Task All_pages_of_the_list_are_read_and_other_laws_in_it_are_left_out()
    {
        using var bench = new SyncBench();
        for (var year = 2001; year <= 2005; year++)
            bench.Site.Add($"v{year}", "中华人民共和国水井法", $"{year}-01-02", $"{year}-03-01", year == 2005 ? 3 : 2, SyncBench.Well($"井要有{year}个盖。", $"{year}年1月2日"));
        bench.Site.Add("x", "中华人民共和国水井法实施条例", "2006-01-02", "2006-03-01", 3, []);

        await bench.RunAsync(options => options.PageSize = 2, refetch: false, "水井法");

        Assert.Equal(5, (await bench.KeptAsync("水井法")).Versions.Count);
        Assert.Equal(3, bench.Site.Count("search/list"));
    }

    [Fact]
    public async Task A_law_known_by_its_short_title_alone_is_found()
    {
        using var bench = new SyncBench();
        bench.Site
            .Add("x", "中华人民共和国水井法实施条例", "2006-01-02", "2006-03-01", 3, [])
            .Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。"));
        await using var services = bench.Services(_ => { });

        var report = await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<LawSynchronizer>(services)
            .SynchronizeAsync(WantedLaws.Of(["水井法", "《水井法》"], []), bench.Output, refetch: false, null, CancellationToken.None);

        Assert.Equal(SyncState.New, Assert.Single(report.Laws).State);
    }

    [Fact]
    public void Without_names_every_law_of_the_notes_is_wanted_by_its_full_title()
    {
        StatuteNotes[] notes = [Notes("水井法", "a.md"), Notes("水井法", "b.md"), Notes("水车法", "c.md")];

        Assert.Equal(
            [new WantedLaw("水井法", "中华人民共和国水井法"), new WantedLaw("水车法", "中华人民共和国水车法")],
            WantedLaws.Of([], notes).OrderBy(law => law.Law, StringComparer.Ordinal));

        static StatuteNotes Notes(string law, string file) => new() { Law = law, Title = "中华人民共和国" + law, Passed = new DateOnly(2020, 1, 2), File = file };
    }

    [Theory]
    [InlineData("<em class='highlight'>中华人民共和国</em><b>水井</b>法", "中华人民共和国水井法")]
    [InlineData("水&amp;井法", "水&井法")]
    public void HTML_marks_in_titles_are_removed(string title, string plain) => Assert.Equal(plain, LawRow.WithoutMarks(title));

    private static Statute Kept(string law, string text) => new(law,
    [
        new StatuteVersion
        {
            Title = "中华人民共和国" + law,
            Passed = new DateOnly(2010, 1, 2),
            Articles = [new Article(new ArticleNumber(1), [], [new Paragraph(text, [])])],
        },
    ]);
}
