using LegalService.Casework.Handovers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Handovers;

/// <summary>Again and again: tells those whom nobody came to before the office closed. Safe on several servers at once.</summary>
internal sealed class HandoverUpkeep(ClerkDesk desk, IOptions<HandoverOptions> options, TimeProvider time, ILogger<HandoverUpkeep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SweepSeconds), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await desk.MissAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Those who still wait for a person could not be told; the next round tries again");
            }
        }
    }
}
