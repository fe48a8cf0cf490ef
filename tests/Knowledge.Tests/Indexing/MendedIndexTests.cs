using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Indexing;

/// <summary>An index that is made from the one before answers as one that is built from nothing.</summary>
public sealed class MendedIndexTests : IDisposable
{
    private readonly CorpusFolder _corpus = CorpusFolder.Sample();
    private readonly CorpusFolder _indexes = new();

    [Fact]
    public async Task A_mended_note_is_found_by_its_new_words_and_no_longer_by_its_old_ones()
    {
        using var before = KnowledgeIndex.OpenOrBuild(await ReadManyAsync(), Folder("a"));
        _corpus.Write("statutes/水井法.md", SampleTexts.WellNotes.Replace("一天到晚打水有没有个限度", "浇葡萄架用井水管得着吗", StringComparison.Ordinal));
        var corpus = await ReadManyAsync();

        using var mended = KnowledgeIndex.OpenOrBuild(corpus, Folder("b"), before);
        using var built = KnowledgeIndex.BuildInMemory(corpus);
        using var inMemory = KnowledgeIndex.BuildInMemory(corpus, before);

        Assert.NotNull(ArticleChanges.Between(before, mended.Articles));
        foreach (var question in new[] { "浇葡萄架用井水管得着吗", "一天到晚打水有没有个限度", "邻居往井里倒泔水我能要多少钱" })
        {
            Assert.Equal(Found(built, question), Found(mended, question));
            Assert.Equal(Found(built, question), Found(inMemory, question));
        }

        Assert.NotEqual(Found(before, "浇葡萄架用井水管得着吗"), Found(mended, "浇葡萄架用井水管得着吗"));
    }

    [Fact]
    public async Task A_mended_index_is_opened_again_after_a_restart()
    {
        using var before = KnowledgeIndex.OpenOrBuild(await ReadManyAsync(), Folder("a"));
        _corpus.Write("statutes/水井法.md", SampleTexts.WellNotes.Replace("每天最多打二十桶", "一天二十桶为止", StringComparison.Ordinal));
        var corpus = await ReadManyAsync();
        KnowledgeIndex.OpenOrBuild(corpus, Folder("b"), before).Dispose();
        var written = Files("b");

        using var opened = KnowledgeIndex.OpenOrBuild(corpus, Folder("b"));

        Assert.Equal(written, Files("b"));
        Assert.Contains("一天二十桶为止", new Answerer(opened).Ask("一天到晚打水有没有个限度").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_more_or_an_index_that_was_deleted_is_built_from_nothing()
    {
        var corpus = await ReadManyAsync();
        using var before = KnowledgeIndex.OpenOrBuild(corpus, Folder("a"));

        Assert.Null(ArticleChanges.Between(before, ArticleTable.From(corpus with { Statutes = [] })));
        Directory.Delete(Folder("a"), recursive: true);
        using var again = KnowledgeIndex.OpenOrBuild(corpus, Folder("b"), before);

        Assert.Equal(Found(before, "娃娃掉进没盖子的井里该谁赔"), Found(again, "娃娃掉进没盖子的井里该谁赔"));
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _indexes.Dispose();
    }

    private static IEnumerable<string> Found(KnowledgeIndex index, string question)
    {
        var search = new ArticleSearch(index);
        return search.Find(search.Analyze(question), Asking.Today).Candidates.Take(3).Select(candidate => candidate.Entry.Key.ToString());
    }

    private string Folder(string name) => Path.Combine(_indexes.Path, name);

    private List<(string, DateTime)> Files(string name) =>
        [.. Directory.EnumerateFiles(Folder(name), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (file, File.GetLastWriteTimeUtc(file)))];

    /// <summary>The wells, and enough articles of other laws that one of the wells' is few.</summary>
    private async Task<LegalCorpus> ReadManyAsync() => await _corpus.ReadAsync() with
    {
        Statutes = [Statutes.Of("杂法", Statutes.Version("杂法", Statutes.Day(2010), null, [.. Enumerable.Range(1, 90).Select(number => $"第{number}种车要登记。")]))],
    };
}
