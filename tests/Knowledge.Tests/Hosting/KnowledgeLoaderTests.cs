using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Tests.Samples;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LegalService.Knowledge.Tests.Hosting;

public sealed class KnowledgeLoaderTests : IAsyncLifetime, IDisposable
{
    private const string Question = "邻居把井填了我没水吃怎么办";

    private readonly CorpusFolder _shipped = CorpusFolder.Sample();
    private readonly CorpusFolder _imported = new();
    private readonly CorpusFolder _indexes = new();
    private readonly KnowledgeBase _knowledge = new();
    private readonly KnowledgeLoader _loader;

    public KnowledgeLoaderTests()
    {
        var options = Options.Create(new KnowledgeOptions
        {
            Folders = [_shipped.Path, _imported.Path],
            IndexFolder = _indexes.Path,
            CheckEvery = TimeSpan.FromMilliseconds(100),
        });
        _loader = new KnowledgeLoader(_knowledge, new ConfiguredFolders(options), options, TimeProvider.System, NullLogger<KnowledgeLoader>.Instance);
    }

    [Fact]
    public async Task The_corpus_is_loaded_and_again_whenever_a_folder_changes()
    {
        await _loader.StartAsync(CancellationToken.None);
        await UntilAsync(() => Text()?.StartsWith("公用的井", StringComparison.Ordinal) == true);

        _shipped.Write("faq/水井.md", SampleTexts.WellFaq.Replace("公用的井谁", "自家的井谁", StringComparison.Ordinal));
        await UntilAsync(() => Text()?.StartsWith("自家的井", StringComparison.Ordinal) == true);

        await _imported.WithFullTextAsync(Statutes.Of("水车法", Statutes.Version("水车法", Statutes.Day(2010), null, "水车归村里。")));
        await UntilAsync(() => _knowledge.Current!.Index.Articles.Law("水车法") is not null);

        // A look may fall between two writes of the files; the next one heals that.
        await UntilAsync(() => _knowledge.LastFailure is null && CorpusReader.Fingerprint([_shipped.Path, _imported.Path]) == _knowledge.Current!.Fingerprint);
        Assert.Equal(CorpusReader.Fingerprint([_shipped.Path, _imported.Path]), _knowledge.Current!.Fingerprint);
        await UntilAsync(() => Directory.GetDirectories(_indexes.Path).Length == 1);
        Assert.Equal(_knowledge.Current.Fingerprint, Path.GetFileName(Assert.Single(Directory.GetDirectories(_indexes.Path))));
    }

    [Fact]
    public async Task A_broken_change_leaves_the_corpus_before_in_use_and_says_what_is_wrong()
    {
        await _loader.StartAsync(CancellationToken.None);
        await UntilAsync(() => _knowledge.Current is not null);
        var before = _knowledge.Current;

        _shipped.Write("answers/outcomes.yaml", "texts: 1");
        await UntilAsync(() => _knowledge.LastFailure is not null);

        Assert.Contains("answers/outcomes.yaml", _knowledge.LastFailure, StringComparison.Ordinal);
        Assert.Equal(before!.Fingerprint, _knowledge.Current!.Fingerprint);
        Assert.Equal(AnswerOutcome.Answered, _knowledge.Current.Answerer.Ask(Question).Outcome);

        _shipped.WriteAnswers();
        await UntilAsync(() => _knowledge.LastFailure is null && _knowledge.Current.Fingerprint != before.Fingerprint);
    }

    [Fact]
    public async Task A_damaged_index_on_disk_does_not_keep_the_service_from_starting()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_indexes.Path, CorpusReader.Fingerprint([_shipped.Path, _imported.Path]), "articles"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "segments_1"), "x");

        await _loader.StartAsync(CancellationToken.None);

        await UntilAsync(() => _knowledge.Current is not null);
        Assert.Equal(AnswerOutcome.Answered, _knowledge.Current!.Answerer.Ask(Question).Outcome);
        Assert.Null(_knowledge.LastFailure);
    }

    [Fact]
    public async Task Old_indexes_are_removed_and_what_somebody_else_keeps_beside_them_is_not()
    {
        foreach (var name in new[] { "0123456789abcdef", "0123456789abcdef.77.unfinished", "我的", "backup", "0123456789ABCDEF" })
            Directory.CreateDirectory(Path.Combine(_indexes.Path, name));

        await _loader.StartAsync(CancellationToken.None);
        await UntilAsync(() => _knowledge.Current is not null && !Directory.Exists(Path.Combine(_indexes.Path, "0123456789abcdef")));
        await UntilAsync(() => !Directory.Exists(Path.Combine(_indexes.Path, "0123456789abcdef.77.unfinished")));
        await _loader.StopAsync(CancellationToken.None);

        Assert.Equal(
            new[] { "0123456789ABCDEF", "backup", "我的", _knowledge.Current!.Fingerprint }.Order(StringComparer.Ordinal),
            Directory.GetDirectories(_indexes.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _loader.StopAsync(CancellationToken.None);

    public void Dispose()
    {
        _loader.Dispose();
        _knowledge.Current?.Index.Dispose();
        _shipped.Dispose();
        _imported.Dispose();
        _indexes.Dispose();
    }

    /// <summary>Waits for something that will come; a minute without it is a failure.</summary>
    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
            await Task.Delay(20, patience.Token);
    }

    private string? Text() => _knowledge.Current?.Answerer.Ask(Question).Text;
}
