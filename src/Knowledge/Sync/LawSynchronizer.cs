using LegalService.Knowledge.Import;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Knowledge.Sync;

/// <summary>Brings the full text of laws up to date with the national database of laws. One run at a time in one folder.</summary>
public sealed class LawSynchronizer
{
    private readonly NationalDatabase _database;
    private readonly Pace _pace;
    private readonly SyncOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<LawSynchronizer> _logger;

    internal LawSynchronizer(
        NationalDatabase database, Pace pace, IOptions<SyncOptions> options, TimeProvider time, ILogger<LawSynchronizer> logger) =>
        (_database, _pace, _options, _time, _logger) = (database, pace, options.Value, time, logger);

    /// <summary>
    /// Fetches the laws one after the other. Each is written as soon as it is whole; one that fails leaves what was there. What was done is
    /// remembered beside the full text, in a folder named like it with <c>.sync</c> at the end.
    /// </summary>
    /// <param name="laws">The laws.</param>
    /// <param name="output">Folder of the full text, as <c>import</c> writes it. Made when it is missing.</param>
    /// <param name="refetch">Fetch every text anew, whatever is remembered.</param>
    /// <param name="progress">Told before and after each law; null for none.</param>
    /// <param name="ct">Stops; the next run goes on.</param>
    /// <exception cref="IOException">Another run is at work in the folder, or the disk fails.</exception>
    /// <exception cref="InvalidDataException">The full text is damaged. Import again.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public async Task<SyncReport> SynchronizeAsync(
        IReadOnlyList<WantedLaw> laws, string output, bool refetch, IProgress<SyncProgress>? progress, CancellationToken ct)
    {
        // Not inside the folder: the server watches that for changes of the law.
        var work = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)) + ".sync";
        using var journal = SyncJournal.Open(work, _options.BaseUrl, _time.GetUtcNow(), _options.ResumeWithin);
        var kept = FullTextStore.Exists(output) ? await FullTextStore.ReadAsync(output, ct) : [];
        var run = new SyncRun(new LawFetcher(_database, new DownloadCache(work)), journal, kept, output, refetch, _time);
        var (outcomes, inARow, before) = (new List<LawOutcome>(), 0, _pace.Requests);
        for (var index = 0; index < laws.Count; index++)
        {
            progress?.Report(new SyncProgress(index, laws.Count, laws[index].Law));
            var (outcome, fault) = inARow < _options.StopAfter ? await run.SyncAsync(laws[index], ct) : run.Wait(laws[index]);
            inARow = fault switch
            {
                _ when inARow >= _options.StopAfter => inARow,
                { StopsRun: true } => _options.StopAfter,
                { IsOfSite: true } => inARow + 1,
                _ => 0,
            };
            outcomes.Add(outcome);
            _logger.LogInformation("{Law}: {State} {Code} {Reason}", outcome.Law, outcome.State, outcome.Code, outcome.Reason);
            progress?.Report(new SyncProgress(index + 1, laws.Count, laws[index].Law));
        }

        var report = new SyncReport(outcomes, _pace.Requests - before, journal.Resumed, journal.Interrupted);
        journal.End(report.IsComplete);
        return report;
    }
}
