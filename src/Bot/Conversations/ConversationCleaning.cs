using LegalService.Casework.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Conversations;

/// <summary>Removes conversations whose time is over. Several servers may do so at once.</summary>
internal sealed class ConversationCleaning(ConversationStore store, IOptions<BotOptions> options, TimeProvider time, ILogger<ConversationCleaning> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.Value.CleanEveryMinutes), time);
        do
        {
            try
            {
                if (await store.RemoveOldAsync(stoppingToken) is > 0 and var count)
                    logger.LogInformation("Removed {Count} conversations whose time was over", count);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Old conversations were not removed; the next round tries again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
