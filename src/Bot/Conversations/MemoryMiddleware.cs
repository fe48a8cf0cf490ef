using LegalService.Bot.Activities;
using LegalService.Bot.Turns;
using LegalService.Casework.Conversations;

namespace LegalService.Bot.Conversations;

/// <summary>
/// Brings <see cref="ConversationMemory"/> into a turn and keeps what became of it. What the turn says is held back until that is kept: when another turn of
/// the conversation was first, the turn is run again and says what it says then. A channel that brings the memory itself is left alone.
/// </summary>
internal sealed class MemoryMiddleware(ConversationStore store) : IMiddleware
{
    private const int Tries = 5;

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.TurnState.Get<ConversationMemory>() is not null)
        {
            await next(cancellationToken);
            return;
        }

        var conversation = turnContext.Activity.Conversation?.Id ?? throw new InvalidOperationException("An activity without a conversation");
        await store.StartAsync(conversation, turnContext.Activity.ChannelId ?? "", turnContext.Activity.From?.Id ?? "", cancellationToken);
        var held = new List<Activity>();
        var isHolding = true;
        turnContext.OnSendActivities((_, activities, send) =>
        {
            if (!isHolding)
                return send(activities);
            held.AddRange(activities);
            return Task.FromResult<IReadOnlyList<ResourceResponse>>([.. activities.Select(_ => new ResourceResponse(null))]);
        });
        try
        {
            await RunAsync(turnContext, conversation, held, next, cancellationToken);
        }
        finally
        {
            isHolding = false;
        }

        if (held.Count > 0)
            await turnContext.SendActivitiesAsync(held, cancellationToken);
    }

    private async Task RunAsync(ITurnContext turn, string conversation, List<Activity> held, NextDelegate next, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            held.Clear();
            var kept = await store.RecallAsync(conversation, cancellation);
            var memory = ConversationMemory.Read(kept.Content);
            turn.TurnState.Set(memory);
            await next(cancellation);
            var after = memory.Write();
            if (after == kept.Content || await IsKeptAsync(conversation, kept with { Content = after }, cancellation))
                return;
            if (attempt == Tries)
                throw new InvalidOperationException("The conversation changed under every try of a turn");
        }
    }

    private async Task<bool> IsKeptAsync(string conversation, KeptMemory memory, CancellationToken cancellation) =>
        await store.RememberAsync(conversation, memory, cancellation) is not { Failure.Code: ConversationCodes.Changed };
}
