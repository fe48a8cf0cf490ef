using System.Globalization;
using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Bot.Turns;
using LegalService.Casework;
using LegalService.Casework.Conversations;
using Microsoft.Extensions.Logging;

namespace LegalService.Bot.Channels.DirectLine;

/// <summary>
/// Runs the turns of what was posted. A turn is one step in the store: its answers, what the bot remembers and that the message is answered become true
/// together or not at all, so that every message is answered once, in order, whichever servers are at work or die at it.
/// </summary>
internal sealed class DirectLineAdapter(
    IEnumerable<IMiddleware> middleware, IBot bot, ConversationStore store, ConversationSignals signals, ConversationQueue queue, ILogger<DirectLineAdapter> logger)
    : BotAdapter(middleware)
{
    /// <summary>The id of an activity by its place.</summary>
    public static string Id(string conversation, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{conversation}|{sequence:D7}");

    /// <summary>An activity as it was kept, with its id and time.</summary>
    public static Activity Kept(string conversation, KeptActivity kept) =>
        ActivityJson.Read(kept.Content) with { Id = Id(conversation, kept.Sequence), Timestamp = kept.At };

    /// <summary>Answers what waits in a conversation, up to a number.</summary>
    public Task AnswerWaitingAsync(string conversation, long upTo, CancellationToken cancellation) => queue.RunAsync(
        conversation,
        async () =>
        {
            while (await store.NextWaitingAsync(conversation, upTo, cancellation) is { } waiting)
            {
                var answered = await AnswerAsync(conversation, waiting, cancellation);
                signals.Signal(conversation);
                if (answered.Failure is { Code: not ConversationCodes.NotFound } failure)
                    logger.LogInformation("A turn is run again: {Code}", failure.Code);
            }
        },
        cancellation);

    public override async Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        // Typing shows at once; all else becomes visible with the end of the turn.
        if (activities.All(activity => activity.Type == ActivityTypes.Typing))
        {
            await store.AppendAsync(turnContext.Activity.Conversation!.Id!, [.. activities.Select(ActivityJson.Write)], cancellationToken);
            signals.Signal(turnContext.Activity.Conversation.Id!);
        }
        else
        {
            turnContext.TurnState.Get<Outbox>()!.Activities.AddRange(activities.Where(activity => activity.Type != ActivityTypes.Typing).Select(CitationMarkdown.Apply));
        }

        return [.. activities.Select(_ => new ResourceResponse(null))];
    }

    private async Task<Result<long>> AnswerAsync(string conversation, WaitingActivity waiting, CancellationToken cancellation)
    {
        var turn = new TurnContext(this, Kept(conversation, waiting.Activity));
        var (outbox, memory) = (new Outbox(), ConversationMemory.Read(waiting.Memory.Content));
        turn.TurnState.Set(outbox);
        turn.TurnState.Set(memory);
        await RunPipelineAsync(turn, bot.OnTurnAsync, cancellation);
        var remembered = turn.TurnState.Get<BrokenTurn>() is null ? waiting.Memory with { Content = memory.Write() } : waiting.Memory;
        return await store.AnswerAsync(conversation, waiting.Activity.Sequence, remembered, [.. outbox.Activities.Select(ActivityJson.Write)], cancellation);
    }

    /// <summary>What a turn has said so far.</summary>
    private sealed class Outbox
    {
        public List<Activity> Activities { get; } = [];
    }
}
