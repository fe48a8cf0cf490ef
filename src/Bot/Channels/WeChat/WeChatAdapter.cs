using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Bot.Turns;
using LegalService.Casework.Conversations;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>
/// Runs turns of the bot and collects what they send: WeChat takes one reply, made when the turn is over. What was said is kept with the conversation.
/// </summary>
internal sealed class WeChatAdapter(IEnumerable<IMiddleware> middleware, IBot bot, ConversationStore conversations) : BotAdapter(middleware)
{
    /// <summary>Name of the channel in activities and in the store.</summary>
    public const string Channel = "wechat";

    private const int MostTries = 5;

    /// <summary>What the bot sends in answer to an activity.</summary>
    public async Task<IReadOnlyList<Activity>> AskAsync(Activity incoming, CancellationToken cancellation)
    {
        var conversation = incoming.Conversation!.Id!;
        for (var attempt = 1; ; attempt++)
        {
            var kept = await conversations.RecallAsync(conversation, cancellation);
            var turn = new TurnContext(this, incoming);
            var (sent, memory) = (new List<Activity>(), ConversationMemory.Read(kept.Content));
            turn.TurnState.Set(sent);
            turn.TurnState.Set(memory);
            await RunPipelineAsync(turn, bot.OnTurnAsync, cancellation);
            var remembered = turn.TurnState.Get<BrokenTurn>() is null ? kept with { Content = memory.Write() } : kept;
            var said = sent.Prepend(incoming).Select(ActivityJson.Write).ToList();
            var result = await conversations.KeepTurnAsync(conversation, Channel, conversation, remembered, said, cancellation);
            if (result.Succeeded)
                return sent;
            if (attempt == MostTries)
                throw new InvalidOperationException("The conversation changed under every try of a turn");
        }
    }

    public override Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        // Typing comes from beside the turn, and WeChat has no place for it in a reply.
        if (activities.Any(activity => activity.Type != ActivityTypes.Typing))
            turnContext.TurnState.Get<List<Activity>>()!.AddRange(activities.Where(activity => activity.Type != ActivityTypes.Typing));
        return Task.FromResult<IReadOnlyList<ResourceResponse>>([.. activities.Select(activity => new ResourceResponse(activity.Id))]);
    }
}
