using LegalService.Casework.KnowledgeDesk;
using LegalService.Knowledge.Hosting;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Staff.Knowledge;

/// <summary>
/// Keeps this server's corpus folder of the desk like the store: before the corpus is first loaded, at once when this server puts something into use, and within
/// seconds when another one did.
/// </summary>
internal sealed class DeskOverlay(
    LiveEntries live, KnowledgeBase knowledge, IOptions<DeskOptions> options, TimeProvider time, ILogger<DeskOverlay> logger)
    : BackgroundService, IHostedLifecycleService
{
    private readonly SemaphoreSlim _writing = new(1);
    private int _releases = -1;

    /// <summary>After the store is up to date, and before anything is answered.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Looks at the store now.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            var releases = await live.CountReleasesAsync(cancellation);
            if (releases == _releases)
                return;
            if (DeskFolder.Write(options.Value.Folder, await live.ListAsync(cancellation)))
                knowledge.LookNow();
            _releases = releases;
        }
        finally
        {
            _writing.Release();
        }
    }

    public override void Dispose()
    {
        _writing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CheckEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            // The next round looks again: one bad minute of the database or the disk must not end it for good.
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The entries of the knowledge desk could not be written; the next round tries again");
            }
        }
    }
}
