using LegalService.Bot.Activities;
using LegalService.Bot.Turns;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>Runs turns of the bot and collects what they send: WeChat takes one reply, made when the turn is over.</summary>
internal sealed class WeChatAdapter(IEnumerable<IMiddleware> middleware, IBot bot) : BotAdapter(middleware)
{
    /// <summary>Name of the channel in activities and in the store.</summary>
    public const string Channel = "wechat";

    /// <summary>What the bot sends in answer to an activity.</summary>
    public async Task<IReadOnlyList<Activity>> AskAsync(Activity incoming, CancellationToken cancellation)
    {
        var turn = new TurnContext(this, incoming);
        var sent = new List<Activity>();
        turn.TurnState.Set(sent);
        await RunPipelineAsync(turn, bot.OnTurnAsync, cancellation);
        return sent;
    }

    public override Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var sent = turnContext.TurnState.Get<List<Activity>>() ?? throw new InvalidOperationException("Not a turn of this adapter");
        sent.AddRange(activities);
        return Task.FromResult<IReadOnlyList<ResourceResponse>>([.. activities.Select(activity => new ResourceResponse(activity.Id))]);
    }
}
