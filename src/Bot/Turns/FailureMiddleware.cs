using LegalService.Bot.Activities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Turns;

/// <summary>A turn that breaks is logged, without the citizen's words, and the citizen is told what to do.</summary>
internal sealed class FailureMiddleware(IOptions<BotOptions> options, ILogger<FailureMiddleware> logger) : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        try
        {
            await next(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            turnContext.TurnState.Set(new BrokenTurn());
            logger.LogError(exception, "A turn on {Channel} broke", turnContext.Activity.ChannelId);
            if (turnContext.Activity.Type == ActivityTypes.Message)
                await turnContext.SendActivityAsync(options.Value.FailureText, cancellationToken);
        }
    }
}

/// <summary>Says that a turn broke: what it did to the memory is not kept.</summary>
internal sealed class BrokenTurn;
