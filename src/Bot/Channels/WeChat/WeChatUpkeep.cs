using LegalService.Casework.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>
/// Every few seconds: takes up messages whose server died while it answered them, sends what is still to be sent, and forgets what is old. Safe on several
/// servers at once.
/// </summary>
internal sealed class WeChatUpkeep(
    WeChatWork work, WeChatSending sending, WeChatContent content, InboundMessages inbound, IOptions<WeChatOptions> options, TimeProvider time, ILogger<WeChatUpkeep> logger)
    : BackgroundService
{
    private const int MostAttempts = 3;

    // Three tries, five seconds each, and some for the way.
    private static readonly TimeSpan WeChatRepeatsFor = TimeSpan.FromSeconds(20);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
            return Task.CompletedTask;
        // A file with a mistake stops the start, not the first citizen.
        _ = (content.Texts, content.Menu);
        if (options.Value.AppSecret.Length == 0)
            logger.LogWarning("WeChat:AppSecret is not set: answers that come too late for the reply, or do not fit into it, cannot be sent");
        return base.StartAsync(cancellationToken);
    }

    internal async Task RunOnceAsync(CancellationToken cancellation)
    {
        await inbound.RemoveOldAsync(time.GetUtcNow() - options.Value.RememberMessages, cancellation);
        while (await inbound.TakeAbandonedAsync(WeChatAdapter.Channel, options.Value.AnswerLaterWithin, WeChatRepeatsFor, MostAttempts, cancellation) is var (arrival, xml))
        {
            if (WeChatGate.Reopen(xml) is { } message)
                await work.Begin(message, arrival).Reply;
        }

        await sending.SendDueAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SendEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "What is still to be answered or sent could not be looked through");
            }
        }
    }
}
