using System.Diagnostics;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Import;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.LanguageModel;
using LegalService.Knowledge.Ranking;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Knowledge.Hosting;

/// <summary>Loads the corpus at start, and again whenever its files change.</summary>
internal sealed class KnowledgeLoader(
    KnowledgeBase knowledge, ICorpusFolders folders, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<KnowledgeLoader> logger, IComposerFactory? models = null)
    : BackgroundService
{
    private string? _seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await LoadShippedFirstAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryLoadAsync(ExistingFolders(), stoppingToken);
            await knowledge.NextLookAsync(options.Value.CheckEvery, time, stoppingToken);
        }
    }

    /// <summary>
    /// Building an index over all full text takes up to a minute. Until it is there, questions are answered from what is written by us alone.
    /// </summary>
    private async Task LoadShippedFirstAsync(CancellationToken cancellationToken)
    {
        var all = ExistingFolders();
        var ours = all.Where((folder, place) => place == 0 || !FullTextStore.Exists(folder)).ToList();
        if (ours.Count < all.Count && !Directory.Exists(IndexFolder(CorpusReader.Fingerprint(all))))
            await TryLoadAsync(ours, cancellationToken);
    }

    private List<string> ExistingFolders() => [.. folders.Current.Where((folder, place) => place == 0 || Directory.Exists(folder))];

    private string IndexFolder(string fingerprint) => Path.Combine(options.Value.IndexFolder, fingerprint);

    private async Task TryLoadAsync(List<string> existing, CancellationToken cancellationToken)
    {
        try
        {
            var fingerprint = CorpusReader.Fingerprint(existing);
            if (fingerprint == _seen)
                return;
            _seen = fingerprint;
            await LoadAsync(existing, fingerprint, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A broken file stays broken until it is changed; a disk or a network folder may be back at the next look.
            if (exception is IOException)
                _seen = null;
            knowledge.LastFailure = exception.Message;
            logger.LogError(exception, "The corpus could not be loaded; the one before stays in use");
        }
    }

    private async Task LoadAsync(List<string> existing, string fingerprint, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var corpus = await CorpusReader.ReadAsync(existing, cancellationToken);
        foreach (var problem in corpus.Problems)
            logger.LogWarning("Corpus: {Problem}", problem);
        var index = KnowledgeIndex.OpenOrBuild(corpus, IndexFolder(fingerprint), knowledge.Current?.Index, cancellationToken);
        knowledge.LastFailure = null;
        var search = new ArticleSearch(index);
        knowledge.Swap(new KnowledgeBase.Loaded(index, new Answerer(index, search, models?.Create(index, search)), fingerprint));
        RemoveOldIndexes(fingerprint);
        logger.LogInformation(
            "Corpus {Fingerprint} loaded in {Milliseconds:0} ms: {Laws} laws, {Articles} articles, {Questions} ways of asking, {Problems} problems",
            fingerprint,
            Stopwatch.GetElapsedTime(start).TotalMilliseconds,
            index.Articles.Laws.Count,
            index.Articles.Entries.Count,
            index.Questions.Count,
            corpus.Problems.Count);
    }

    private void RemoveOldIndexes(string current)
    {
        foreach (var folder in new DirectoryInfo(options.Value.IndexFolder).EnumerateDirectories().Where(folder => folder.Name != current && IsIndex(folder.Name)))
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException exception)
            {
                logger.LogDebug(exception, "The old index {Folder} is still in use", folder.Name);
            }
        }
    }

    /// <summary>Only what was named here is ours to remove: the folder may hold other things of its owner.</summary>
    private static bool IsIndex(string name) =>
        name.Split('.') is [{ Length: 16 } fingerprint, ..] parts && fingerprint.All(char.IsAsciiHexDigitLower) && parts is [_] or [_, _, "unfinished"];
}
