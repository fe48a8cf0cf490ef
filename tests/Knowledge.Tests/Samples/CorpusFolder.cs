using System.Text;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Import;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Tests.Samples;

/// <summary>A corpus folder of one test, on disk, in the real formats.</summary>
internal sealed class CorpusFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("corpus-").FullName;

    /// <summary>The root of the repository.</summary>
    public static string Repository
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(System.IO.Path.Combine(root.FullName, "LegalService.sln")))
                root = root.Parent ?? throw new DirectoryNotFoundException("The tests do not stand in the repository.");
            return root.FullName;
        }
    }

    /// <summary>What the product ships, for files that name no law.</summary>
    public static string Shipped(string answers) => File.ReadAllText(System.IO.Path.Combine(Repository, "corpus", "answers", answers));

    /// <summary>A folder that can answer: the wells law, an FAQ, a lexicon and everything the bot says.</summary>
    public static CorpusFolder Sample() => new CorpusFolder()
        .Write("statutes/水井法.md", SampleTexts.WellNotes)
        .Write("faq/水井.md", SampleTexts.WellFaq)
        .Write("lexicon/水井.md", SampleTexts.Lexicon)
        .WriteAnswers();

    public static Task<LegalCorpus> ReadAsync(params string[] folders) => CorpusReader.ReadAsync(folders, CancellationToken.None);

    public CorpusFolder Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public CorpusFolder Write(string file, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    /// <summary>What the bot says, and the ranking with the same confidence whatever the score.</summary>
    public CorpusFolder WriteAnswers(string? confidence = null) => Write("answers/outcomes.yaml", SampleTexts.Outcomes)
        .Write("answers/danger.yaml", SampleTexts.Danger)
        .Write("answers/small-talk.yaml", SampleTexts.SmallTalk)
        .Write("answers/hotlines.yaml", SampleTexts.Hotlines)
        .Write("answers/intents.yaml", Shipped("intents.yaml"))
        .Write("answers/follow-ups.yaml", Shipped("follow-ups.yaml"))
        .Write("ranking/weights.yaml", confidence is null ? SampleTexts.Weights : SampleTexts.Weights + SampleTexts.Confidence(confidence));

    public async Task<CorpusFolder> WithFullTextAsync(params Statute[] statutes)
    {
        await FullTextStore.WriteAsync(Path, statutes, CancellationToken.None);
        return this;
    }

    public Task<LegalCorpus> ReadAsync() => ReadAsync(Path);

    public async Task<KnowledgeIndex> IndexAsync() => KnowledgeIndex.BuildInMemory(await ReadAsync());

    /// <summary>An answerer over the folder, for a test that asks and is done.</summary>
    public async Task<Answerer> AnswererAsync(IComposer? model = null) => new(await IndexAsync(), model);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
