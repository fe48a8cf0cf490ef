using LegalService.Casework.Conversations;
using LegalService.Casework.Handovers;
using LegalService.Casework.Unanswered;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Conversations;

/// <summary>Removes conversations whose time is over, and what else is kept of citizens for no longer than needed. Several servers may do so at once.</summary>
internal sealed class ConversationCleaning(
    ConversationStore store,
    ConversationErasure erasure,
    UnansweredQuestions unanswered,
    CallbackDesk callbacks,
    IOptions<BotOptions> options,
    TimeProvider time,
    ILogger<ConversationCleaning> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.Value.CleanEveryMinutes), time);
        do
        {
            try
            {
                await erasure.ForgetAddressesAsync(stoppingToken);
                await unanswered.RemoveOldAsync(stoppingToken);
                await callbacks.RemoveOldAsync(stoppingToken);
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
