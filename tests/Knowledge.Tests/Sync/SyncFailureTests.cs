using System.Text;
using LegalService.Knowledge.Import;
using LegalService.Knowledge.Sync;
using LegalService.Knowledge.Tests.Import;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Knowledge.Tests.Sync;

public sealed class SyncFailureTests
{
    private const string Captcha = "<html><body>请输入验证码后继续访问</body></html>";
    private const string Page = "<!DOCTYPE html><html><body>系统繁忙</body></html>";
    private const string List = "search/list";
    private const string Link = "download/pc";
    private const string Details = "flfgDetails";
    private const string FilePath = "/files/";

    /// <summary>Each: where, status, body, kind of body, then the code and how often the request is sent.</summary>
    public static TheoryData<string, int, string, string, string, int> Faults => new()
    {
        { List, 200, Captcha, "text/html", "site.captcha", 1 },
        { Details, 200, Captcha, "text/html", "site.captcha", 1 },
        { List, 403, Captcha, "text/html", "site.captcha", 1 },
        { List, 200, """{"code":500,"msg":"请完成滑动验证"}""", "application/json", "site.captcha", 1 },
        { FilePath, 200, Captcha, "text/html", "site.captcha", 1 },
        { List, 200, Page, "text/html", "site.html", 4 },
        { Link, 200, Page, "text/html", "site.html", 4 },
        { List, 429, "", "text/plain", "site.rateLimited", 4 },
        { FilePath, 429, "", "text/plain", "site.rateLimited", 4 },
        { List, 200, """{"code":401,"msg":"签名验证失败"}""", "application/json", "site.signature", 4 },
        { FilePath, 403, "<Error><Code>SignatureDoesNotMatch</Code></Error>", "application/xml", "site.signature", 4 },
        { List, 503, "", "text/plain", "site.unavailable", 4 },
        { List, 200, """{"code":500,"msg":"参数错误"}""", "application/json", "site.refused", 1 },
        { Details, 403, "no", "text/plain", "site.refused", 1 },
        { List, 200, """{"code":200,"rows":[{"bbbs":"a","tit""", "application/json", "answer.malformed", 4 },
        { List, 200, """{"code":200,"total":1}""", "application/json", "answer.malformed", 1 },
        { Details, 200, """{"code":200,"data":{"bbbs":"a","title":"中华人民共和国水车法"}}""", "application/json", "answer.wrongLaw", 1 },
        { Details, 200, """{"code":200,"data":{"bbbs":"b"}}""", "application/json", "answer.wrongLaw", 1 },
        { Link, 200, """{"code":200,"data":{}}""", "application/json", "file.missing", 1 },
        { FilePath, 404, "", "text/plain", "file.missing", 1 },
        { FilePath, 200, Page, "text/html", "file.html", 2 },
        { FilePath, 403, "<Error><Code>AccessDenied</Code><Message>Request has expired.</Message></Error>", "application/xml", "download.linkExpired", 2 },
        { FilePath, 200, "%PDF-1.7", "application/pdf", "file.pdf", 1 },
        { FilePath, 200, "just words", "text/plain", "file.unknown", 1 },
        { FilePath, 200, "", "text/plain", "file.empty", 1 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_failure_has_a_name_leaves_what_was_there_and_is_over_in_the_next_run(
        string where, int status, string body, string contentType, string code, int tries)
    {
        using var bench = new SyncBench();
        await KeepOldAsync(bench);
        bench.Site.Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。"))
            .Fail(where, tries, status, body, contentType);
        var before = FullTextStore.Fingerprint(bench.Output);

        var failed = await bench.RunAsync("水井法");

        Assert.Equal((SyncState.Failed, code), (failed.Laws[0].State, failed.Laws[0].Code));
        Assert.Equal(tries, bench.Site.Count(where));
        Assert.Contains(code, bench.State(), StringComparison.Ordinal);
        Assert.Equal(before, FullTextStore.Fingerprint(bench.Output));
        var next = await bench.RunAsync("水井法");
        Assert.Equal(SyncState.Amended, next.Laws[0].State);
        Assert.True(next.IsComplete);
    }

    [Fact]
    public async Task A_law_that_the_database_does_not_have_is_named()
    {
        using var bench = new SyncBench();
        Assert.Equal("law.notFound", (await bench.RunAsync("水井法")).Laws[0].Code);
    }

    [Theory]
    [InlineData("site.unavailable", 503)]
    [InlineData("site.rateLimited", 429)]
    public async Task A_short_failure_is_waited_out_longer_each_time(string code, int status)
    {
        using var bench = new SyncBench();
        bench.Site.Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。")).Fail(List, 3, status, "");

        var report = await bench.RunAsync("水井法");

        Assert.True(report.IsComplete, code);
        Assert.Equal([2, 4, 8], bench.Clock.Waits.Where(wait => wait > 1));
    }

    [Fact]
    public async Task Retry_after_is_obeyed()
    {
        using var bench = new SyncBench();
        bench.Site.Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。")).Fail(List, 1, 429, "", retryAfter: "17");

        Assert.True((await bench.RunAsync("水井法")).IsComplete);
        Assert.Equal([17], bench.Clock.Waits.Where(wait => wait > 1));
    }

    [Fact]
    public async Task A_very_long_retry_after_ends_the_run_at_once_and_the_rest_waits()
    {
        using var bench = new SyncBench();
        bench.Site.Fail(List, 1, 429, "", retryAfter: "7200");

        var report = await bench.RunAsync("水井法", "水车法");

        Assert.Equal([(SyncState.Failed, "site.rateLimited"), (SyncState.Waiting, "run.stopped")], report.Laws.Select(law => (law.State, law.Code)));
        Assert.Equal(1, bench.Site.Count(List));
    }

    [Fact]
    public async Task A_site_that_is_down_is_left_alone_after_three_laws()
    {
        using var bench = new SyncBench();
        bench.Site.Fail(List, 1000, 503, "");

        var report = await bench.RunAsync("甲法", "乙法", "丙法", "丁法", "戊法");

        Assert.Equal(
            ["site.unavailable", "site.unavailable", "site.unavailable", "run.stopped", "run.stopped"], report.Laws.Select(law => law.Code));
    }

    [Fact]
    public async Task A_request_that_hangs_is_given_up()
    {
        using var bench = new SyncBench { Clock = new ImpatientClock(TimeSpan.FromMinutes(2)) };
        bench.Site.Hangs = true;

        Assert.Equal("site.timeout", (await bench.RunAsync("水井法")).Laws[0].Code);
    }

    [Fact]
    public async Task An_expired_link_is_asked_for_anew_once()
    {
        using var bench = new SyncBench();
        bench.Site.Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。"))
            .Fail(FilePath, 1, 403, "<Error><Message>Request has expired.</Message></Error>", "application/xml");

        Assert.Equal(SyncState.New, (await bench.RunAsync("水井法")).Laws[0].State);
        Assert.Equal((2, 2), (bench.Site.Count(Link), bench.Site.Count(FilePath)));
    }

    [Fact]
    public Task A_file_that_breaks_off_is_no_law() => NotTakenAsync(SyncBench.Well("井要有盖。")[..^200], "file.truncated");

    [Fact]
    public Task An_old_doc_under_the_name_of_a_docx_is_no_law() =>
        NotTakenAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "file.doc");

    [Fact]
    public Task Another_law_under_the_address_is_not_taken() =>
        NotTakenAsync(SyncBench.Docx("中华人民共和国水车法", "2020年1月2日全国人民代表大会常务委员会通过", "轮子。"), "answer.wrongLaw");

    [Fact]
    public Task A_file_with_fewer_articles_than_the_same_version_had_is_not_taken() =>
        NotTakenAsync(SyncBench.Docx("中华人民共和国水井法", "2020年1月2日全国人民代表大会常务委员会通过", "井要有盖。"), "text.lessThanBefore");

    [Fact]
    public Task A_docx_that_refers_to_the_outside_is_not_taken() => NotTakenAsync(
        DocxFile.Of(main => main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("https://example.org/x.png")), "^中华人民共和国水井法"),
        "docx.externalReference");

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read()
    {
        using var bench = new SyncBench();
        bench.Site.Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, Encoding.ASCII.GetBytes(new string('x', 100_000)));

        Assert.Equal("file.tooLarge", (await bench.RunAsync(options => options.MaxFileBytes = 50_000, refetch: false, "水井法")).Laws[0].Code);
    }

    [Fact]
    public async Task An_old_version_that_cannot_be_read_costs_only_itself()
    {
        using var bench = new SyncBench();
        bench.Site
            .Add("old", "中华人民共和国水井法", "2010-01-02", "2010-03-01", 2, "%PDF-1.4"u8.ToArray())
            .Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。"));

        var law = (await bench.RunAsync("水井法")).Laws[0];

        Assert.Equal((SyncState.New, "file.pdf", new DateOnly(2010, 1, 2)), (law.State, Assert.Single(law.Remarks).Code, law.Remarks[0].Version));
        Assert.Single((await bench.KeptAsync("水井法")).Versions);
    }

    [Fact]
    public async Task A_corpus_that_cannot_be_written_is_a_failure_of_its_own()
    {
        using var bench = new SyncBench();
        await KeepOldAsync(bench);
        bench.Site.Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。"));
        await using (new FileStream(Path.Combine(bench.Output, ".fulltext.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal("store.failed", (await bench.RunAsync("水井法")).Laws[0].Code);

        // The file is still there from the time before.
        Assert.True((await bench.RunAsync("水井法")).IsComplete);
        Assert.Equal(1, bench.Site.Count(FilePath));
    }

    [Fact]
    public async Task Settings_that_make_no_sense_are_refused_before_the_first_request()
    {
        using var bench = new SyncBench();
        await using var services = bench.Services(options =>
        {
            options.BaseUrl = new Uri("ftp://example.org");
            options.PageSize = 100;
        });
        await using var more = bench.Services(options => options.PageSize = 1000);

        Assert.Contains("Sync:BaseUrl", Assert.Throws<OptionsValidationException>(services.GetRequiredService<LawSynchronizer>).Message, StringComparison.Ordinal);
        Assert.Contains("Sync:PageSize", Assert.Throws<OptionsValidationException>(more.GetRequiredService<LawSynchronizer>).Message, StringComparison.Ordinal);
        Assert.Empty(bench.Site.Requests);
    }

    private static async Task NotTakenAsync(byte[] file, string code)
    {
        using var bench = new SyncBench();
        await KeepOldAsync(bench);
        await KeepSameVersionAsync(bench);
        bench.Site.Versions[0] = bench.Site.Versions[0] with { Id = "again", File = file };
        var before = FullTextStore.Fingerprint(bench.Output);

        var report = await bench.RunAsync("水井法");

        Assert.Equal((SyncState.Failed, code), (report.Laws[0].State, report.Laws[0].Code));
        Assert.Equal(before, FullTextStore.Fingerprint(bench.Output));
    }

    private static Task KeepOldAsync(SyncBench bench) => FullTextStore.WriteAsync(
        bench.Output,
        [new("水井法", [new() { Title = "水井法", Passed = new DateOnly(2000, 1, 2), Articles = [new(new(1), [], [new("旧。", [])])] }])],
        CancellationToken.None);

    private static async Task KeepSameVersionAsync(SyncBench bench)
    {
        bench.Site.Add("a", "中华人民共和国水井法", "2020-01-02", "2020-05-01", 3, SyncBench.Well("井要有盖。"));
        Assert.True((await bench.RunAsync("水井法")).IsComplete);
    }
}
