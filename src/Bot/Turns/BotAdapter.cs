using LegalService.Bot.Activities;

namespace LegalService.Bot.Turns;

/// <summary>Stands between a channel and the bot: runs turns through the middleware and sends what they answer.</summary>
/// <param name="middleware">Steps round every turn, the outermost first.</param>
public abstract class BotAdapter(IEnumerable<IMiddleware> middleware)
{
    private readonly IMiddleware[] _middleware = [.. middleware];

    /// <summary>Sends what a turn answers. Called through <see cref="ITurnContext"/>.</summary>
    /// <returns>One response for each activity, in order.</returns>
    public abstract Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken);

    /// <summary>Runs a turn through the middleware to the bot.</summary>
    protected Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        RunFromAsync(0, turnContext, callback, cancellationToken);

    private Task RunFromAsync(int step, ITurnContext turn, BotCallbackHandler callback, CancellationToken cancellation) => step == _middleware.Length
        ? callback(turn, cancellation)
        : _middleware[step].OnTurnAsync(turn, token => RunFromAsync(step + 1, turn, callback, token), cancellation);
}
