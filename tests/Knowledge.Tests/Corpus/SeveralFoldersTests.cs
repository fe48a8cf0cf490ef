using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Corpus;

public sealed class SeveralFoldersTests
{
    [Fact]
    public async Task Notes_from_one_folder_and_full_text_from_another_are_one_law()
    {
        using var shipped = CorpusFolder.Sample();
        using var imported = await new CorpusFolder().WithFullTextAsync(
            Statutes.Of("水井法", Statutes.Version("中华人民共和国水井法", Statutes.Day(2020, 5), null, "甲。", "乙。", "丙。")));

        var table = ArticleTable.From(await CorpusFolder.ReadAsync(shipped.Path, imported.Path));

        var law = Assert.Single(table.Laws);
        Assert.Equal(("水井法", 3, true), (law.Law, law.ArticleCount, law.HasFullText));
        Assert.Contains("井规", law.Names);
        Assert.Equal(("丙。", "谁可以打水"), (table.Entries[2].Text, table.Entries[2].Note!.Caption));
        Assert.Equal("县水井委员会", table.Entries[0].Issuer);
    }

    [Fact]
    public async Task The_order_of_the_folders_matters_only_for_the_same_thing_said_twice()
    {
        using var shipped = CorpusFolder.Sample();
        using var other = new CorpusFolder().Write("answers/x", "");
        Directory.Delete(Path.Combine(other.Path, "answers"), recursive: true);
        other.Write("lexicon/乙.md", SampleTexts.Lexicon.Replace("泔水", "脏水", StringComparison.Ordinal));

        var corpus = await CorpusFolder.ReadAsync(shipped.Path, other.Path);
        var reversed = await CorpusFolder.ReadAsync(other.Path, shipped.Path);

        Assert.Equal(["泔水", "娃娃", "脏水", "娃娃"], corpus.Lexicon.Select(entry => entry.Lay));
        Assert.Equal(["脏水", "娃娃", "泔水", "娃娃"], reversed.Lexicon.Select(entry => entry.Lay));
        Assert.NotNull(corpus.Answers);
        Assert.NotNull(reversed.Answers);
    }

    [Fact]
    public async Task The_same_version_in_two_folders_is_taken_from_the_later_one()
    {
        using var first = await FullTextAsync(new DateOnly(2010, 1, 1), null, "旧的抄本。");
        using var second = await FullTextAsync(new DateOnly(2010, 1, 1), null, "新的抄本。");

        var version = Assert.Single(Assert.Single((await CorpusFolder.ReadAsync(first.Path, second.Path)).Statutes).Versions);

        Assert.Equal("新的抄本。", version.Articles[0].Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_versions_in_two_folders_only_one_is_in_force_on_any_day(bool reversed)
    {
        using var older = await FullTextAsync(new DateOnly(2010, 1, 1), null, "赔三百元。");
        using var newer = await FullTextAsync(new DateOnly(2020, 1, 1), null, "赔五百元。");

        var corpus = await (reversed ? CorpusFolder.ReadAsync(newer.Path, older.Path) : CorpusFolder.ReadAsync(older.Path, newer.Path));

        var versions = Assert.Single(corpus.Statutes).Versions;
        Assert.Equal([new DateOnly(2010, 1, 1), new DateOnly(2020, 1, 1)], versions.Select(version => version.Start));
        Assert.Equal([new DateOnly(2019, 12, 31), null], versions.Select(version => version.InForceTo));
        Assert.Equal(["赔三百元。"], InForce(corpus, new DateOnly(2019, 12, 31)));
        Assert.Equal(["赔五百元。"], InForce(corpus, new DateOnly(2020, 1, 1)));
    }

    [Fact]
    public async Task A_gap_between_two_versions_stays_a_gap()
    {
        using var older = await FullTextAsync(new DateOnly(2010, 1, 1), new DateOnly(2015, 6, 30), "赔三百元。");
        using var newer = await FullTextAsync(new DateOnly(2020, 1, 1), null, "赔五百元。");

        Assert.Empty(InForce(await CorpusFolder.ReadAsync(older.Path, newer.Path), new DateOnly(2017, 1, 1)));
    }

    [Fact]
    public async Task Full_text_alone_is_a_corpus_to_search_in()
    {
        using var folder = await FullTextAsync(new DateOnly(2010, 1, 1), null, "赔三百元。");

        var corpus = await folder.ReadAsync();

        Assert.Null(corpus.Answers);
        Assert.Empty(corpus.Problems);
        using var index = KnowledgeIndex.BuildInMemory(corpus);
        Assert.Equal("赔三百元。", Assert.Single(index.Articles.Entries).Text);
    }

    private static Task<CorpusFolder> FullTextAsync(DateOnly start, DateOnly? end, string text) =>
        new CorpusFolder().WithFullTextAsync(Statutes.Of("水车法", Statutes.Version("水车法", start, end, text)));

    private static IEnumerable<string?> InForce(LegalCorpus corpus, DateOnly day) =>
        ArticleTable.From(corpus).Entries.Where(entry => entry.IsInForce(day)).Select(entry => entry.Text);
}
