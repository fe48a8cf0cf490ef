using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LegalService.Casework;

/// <summary>Runs one round of work after another until the server stops. A round that fails is logged; the next one tries again.</summary>
internal abstract class Background(TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>From the end of one round to the beginning of the next.</summary>
    protected abstract TimeSpan Pause { get; }

    protected abstract Task RoundAsync(CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // The work of the next round is the same: one bad minute of the database must not end it for good.
            catch (Exception exception)
            {
                logger.LogError(exception, "A round of background work failed; the next one tries again");
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }
}
