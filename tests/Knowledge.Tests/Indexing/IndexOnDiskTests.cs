using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Indexing;

public sealed class IndexOnDiskTests : IDisposable
{
    private readonly CorpusFolder _corpus = CorpusFolder.Sample();
    private readonly CorpusFolder _indexes = new();

    private string Folder => Path.Combine(_indexes.Path, "abc");

    public static TheoryData<string, string> Damages
    {
        get
        {
            var damages = new TheoryData<string, string>();
            foreach (var folder in new[] { "articles", "questions" })
            {
                foreach (var damage in new[] { "empty", "half", "garbage", "flipped", "removed" })
                    damages.Add(folder, damage);
            }

            return damages;
        }
    }

    [Fact]
    public async Task An_index_is_built_once_and_opened_afterwards()
    {
        var corpus = await _corpus.ReadAsync();
        string expected;
        using (var built = KnowledgeIndex.OpenOrBuild(corpus, Folder))
            expected = Ask(built);
        var written = Files();

        using var opened = KnowledgeIndex.OpenOrBuild(corpus, Folder);

        Assert.Equal(expected, Ask(opened));
        Assert.Equal(written, Files());
        Assert.True(opened.SizeInBytes > 0);
        using var inMemory = KnowledgeIndex.BuildInMemory(corpus);
        Assert.Equal(expected, Ask(inMemory));
    }

    [Fact]
    public async Task A_stopped_build_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var corpus = await _corpus.ReadAsync();

        Assert.ThrowsAny<OperationCanceledException>(() => KnowledgeIndex.OpenOrBuild(corpus, Folder, cancellationToken: stop.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_indexes.Path));
        using var index = KnowledgeIndex.OpenOrBuild(corpus, Folder);
        Assert.NotEqual("", Ask(index));
    }

    [Fact]
    public async Task What_a_killed_process_left_beside_is_never_opened()
    {
        Directory.CreateDirectory(Path.Combine(_indexes.Path, "abc.0123.unfinished", "articles"));

        using var index = KnowledgeIndex.OpenOrBuild(await _corpus.ReadAsync(), Folder);

        Assert.NotEqual("", Ask(index));
        Assert.Equal(["abc", "abc.0123.unfinished"], Directory.GetDirectories(_indexes.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_index_is_built_again(string part, string damage)
    {
        var corpus = await _corpus.ReadAsync();
        string expected;
        using (var built = KnowledgeIndex.OpenOrBuild(corpus, Folder))
            expected = Ask(built);
        var kinds = Directory.GetFiles(Path.Combine(Folder, part)).Where(file => new FileInfo(file).Length > 0).Select(Kind).ToList();
        Assert.Contains("segments", kinds);

        foreach (var kind in kinds)
        {
            Damage(Directory.GetFiles(Path.Combine(Folder, part)).First(file => Kind(file) == kind), damage);
            using (var again = KnowledgeIndex.OpenOrBuild(corpus, Folder))
                Assert.Equal(expected, Ask(again));
            Assert.Equal(["abc"], Directory.GetFileSystemEntries(_indexes.Path).Select(Path.GetFileName));
        }
    }

    [Fact]
    public async Task An_empty_folder_is_no_index()
    {
        Directory.CreateDirectory(Folder);

        using var index = KnowledgeIndex.OpenOrBuild(await _corpus.ReadAsync(), Folder);

        Assert.NotEqual("", Ask(index));
    }

    [Fact]
    public async Task An_index_of_another_corpus_is_not_taken_for_this_one()
    {
        using (KnowledgeIndex.OpenOrBuild(new LegalCorpus { Answers = (await _corpus.ReadAsync()).Answers }, Folder))
        {
        }

        using var index = KnowledgeIndex.OpenOrBuild(await _corpus.ReadAsync(), Folder);

        Assert.NotEqual("", Ask(index));
    }

    [Fact]
    public async Task Several_processes_may_build_the_same_index_at_once()
    {
        var corpus = await _corpus.ReadAsync();
        foreach (var round in Enumerable.Range(0, 8))
        {
            var folder = Path.Combine(_indexes.Path, $"r{round}");
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                using var index = KnowledgeIndex.OpenOrBuild(corpus, folder);
                return Ask(index);
            })));
            Assert.Single(answers.Distinct(StringComparer.Ordinal));
        }

        Assert.DoesNotContain(Directory.GetDirectories(_indexes.Path), folder => folder.Contains("unfinished", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _indexes.Dispose();
    }

    /// <summary>What the index says to a few questions, in one text.</summary>
    private static string Ask(KnowledgeIndex index)
    {
        var answerer = new Answerer(index);
        return string.Concat(new[] { "邻居往井里倒泔水赔多少", "井被人填了咋整", "娃娃掉井里" }.Select(question => answerer.Ask(question))
            .Where(answer => answer.Outcome == AnswerOutcome.Answered).Select(answer => answer.Text + string.Concat(answer.Cited())));
    }

    /// <summary>segments_1 and segments.gen are told apart from .nvm, .tim and so on; the number of the segment is chance.</summary>
    private static string Kind(string file) => Path.GetExtension(file) is { Length: > 0 } extension ? extension : "segments";

    private static void Damage(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "removed":
                File.Delete(file);
                return;
            case "flipped":
                bytes[bytes.Length / 2] ^= 0xFF;
                break;
            case "garbage":
                Array.Fill(bytes, (byte)'x');
                break;
            default:
                bytes = damage == "empty" ? [] : bytes[..(bytes.Length / 2)];
                break;
        }

        File.WriteAllBytes(file, bytes);
    }

    private List<(string, DateTime)> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (file, File.GetLastWriteTimeUtc(file)))];
}
