using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Corpus;

public sealed class LayerTests : IDisposable
{
    private static readonly ArticleKey Third = new("水井法", new ArticleNumber(3));
    private readonly CorpusFolder _shipped = CorpusFolder.Sample();
    private readonly CorpusFolder _desk = new();

    [Fact]
    public async Task An_entry_of_a_later_folder_takes_the_place_of_the_one_before()
    {
        _desk.Write("faq/well-filled.md", SampleTexts.WellFaq.Replace("公用的井谁都不能填。", "填了要挖开。", StringComparison.Ordinal));

        var corpus = await ReadAsync();

        Assert.StartsWith("填了要挖开。", Assert.Single(corpus.Faq, entry => entry.Id == "well-filled").Answer, StringComparison.Ordinal);
        Assert.Empty(corpus.Problems);
    }

    [Fact]
    public async Task A_note_of_a_later_folder_takes_the_place_of_the_one_before_and_the_others_stay()
    {
        _desk.Write("statutes/a.md", Note("第三条 新的说法\n\n每天最多打十桶。\n"));

        var table = ArticleTable.From(await ReadAsync());

        Assert.Equal("新的说法", table.Versions(Third)[0].Note!.Caption);
        Assert.Equal("弄脏井水要赔多少", table.Versions(new ArticleKey("水井法", new ArticleNumber(4)))[0].Note!.Caption);
        Assert.Contains("井规", table.Law("水井法")!.Names);
    }

    [Fact]
    public async Task What_a_later_folder_withdraws_is_no_longer_there()
    {
        _desk.Write("faq/x.md", "---\ntopic: 水井\nwithdrawn: [well-filled]\n---\n").Write("statutes/x.md", Note("", "withdrawn: [第三条]\n"));

        var corpus = await ReadAsync();

        Assert.Empty(corpus.Problems);
        Assert.DoesNotContain(corpus.Faq, entry => entry.Id == "well-filled");
        Assert.DoesNotContain(corpus.Notes.SelectMany(file => file.Notes), note => note.Number == Third.Number);
        Assert.NotEmpty(corpus.Notes.SelectMany(file => file.Notes));
    }

    [Fact]
    public async Task A_withdrawn_article_that_is_no_number_is_a_mistake_of_the_file()
    {
        _desk.Write("statutes/x.md", Note("", "withdrawn: [经济补偿]\n"));

        Assert.Equal("file.frontMatter", Assert.Single((await ReadAsync()).Problems).Code);
    }

    /// <summary>The law changed; only one of its notes has been written anew for the new version.</summary>
    [Fact]
    public async Task A_mended_note_is_fresh_while_its_neighbours_still_warn()
    {
        _desk.Write("statutes/x.md", Note("第三条 打水\n\n每天最多打五桶。\n", "", "2024-01-01"));
        using var text = await FullTextAsync("打水每天不超过二十桶。", "打水每天不超过五桶。");

        var table = ArticleTable.From(await CorpusFolder.ReadAsync(_shipped.Path, text.Path, _desk.Path));

        var newest = table.Versions(Third)[^1];
        Assert.Equal((new DateOnly(2024, 1, 1), "打水", false), (newest.Passed, newest.Note!.Caption, newest.NoteIsStale));
        Assert.True(table.Versions(new ArticleKey("水井法", new ArticleNumber(4)))[^1].NoteIsStale);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("passed:\n  '水井法': 2020-05-01\n", true)]
    [InlineData("passed:\n  '水井法': 2024-01-01\n", false)]
    public async Task An_FAQ_entry_is_stale_since_the_version_it_was_checked_against(string passed, bool isStale)
    {
        _desk.Write("faq/well-filled.md", SampleTexts.WellFaq.Replace("topic: 水井\n", $"topic: 水井\n{passed}", StringComparison.Ordinal));
        // The note is mended; that says nothing of the entry.
        _desk.Write("statutes/x.md", Note("第三条 打水\n\n每天最多打五桶。\n", "", "2024-01-01"));
        using var text = await FullTextAsync("打水每天不超过二十桶。", "打水每天不超过五桶。");

        var corpus = await CorpusFolder.ReadAsync(_shipped.Path, text.Path, _desk.Path);
        var table = ArticleTable.From(corpus);

        var entry = Assert.Single(corpus.Faq);
        Assert.Equal(isStale, table.HasChangedSince(entry, table.Versions(Third)[^1]));
        Assert.False(table.HasChangedSince(entry with { Passed = new Dictionary<string, DateOnly>(StringComparer.Ordinal) }, table.Versions(Third)[0]));
        Assert.Equal(isStale, Knowledge.Checking.StaleArticles.FindEntries(corpus, corpus, Asking.Today).Any(stale => stale.Article == Third));
    }

    public void Dispose()
    {
        _shipped.Dispose();
        _desk.Dispose();
    }

    private static string Note(string section, string head = "", string passed = "2020-05-01") =>
        $"---\nlaw: 水井法\ntitle: 中华人民共和国水井法\npassed: {passed}\n{head}---\n\n{(section.Length > 0 ? "## " + section : "")}";

    private static Task<CorpusFolder> FullTextAsync(string before, string now) => new CorpusFolder().WithFullTextAsync(new Statute("水井法",
        [Version(2020, 5, before, "淘井要三十日。"), Version(2024, 1, now, "淘井要二十日。")]));

    private static StatuteVersion Version(int year, int month, string third, string fourth) => new()
    {
        Title = "中华人民共和国水井法",
        Passed = new DateOnly(year, month, 1),
        InForceFrom = new DateOnly(year, month, 1),
        Articles = [new Article(new ArticleNumber(3), [], [new Paragraph(third, [])]), new Article(new ArticleNumber(4), [], [new Paragraph(fourth, [])])],
    };

    private Task<LegalCorpus> ReadAsync() => CorpusFolder.ReadAsync(_shipped.Path, _desk.Path);
}
