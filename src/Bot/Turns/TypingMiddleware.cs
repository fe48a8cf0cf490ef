using LegalService.Bot.Activities;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Turns;

/// <summary>Shows that the bot is writing when a turn takes longer than a moment.</summary>
internal sealed class TypingMiddleware(IOptions<BotOptions> options, TimeProvider time) : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
        {
            await next(cancellationToken);
            return;
        }

        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = TypeAsync(turnContext, answered.Token);
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await answered.CancelAsync();
            await typing;
        }
    }

    // Past the turn's own steps, because those belong to the bot's thread. A sign that does not get through must not cost the answer.
    private async Task TypeAsync(ITurnContext turn, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(options.Value.TypingAfterMilliseconds), time, cancellation);
            while (!cancellation.IsCancellationRequested)
            {
                await turn.Adapter.SendActivitiesAsync(turn, [new Activity { Type = ActivityTypes.Typing }.InReplyTo(turn.Activity)], cancellation);
                await Task.Delay(TimeSpan.FromMilliseconds(options.Value.TypingEveryMilliseconds), time, cancellation);
            }
        }
        catch (Exception)
        {
            // Answered, or not shown.
        }
    }
}
