using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Bot.Turns;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Law;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Dialogue;

/// <summary>Greets who comes, and hands messages to the first intent that fits.</summary>
internal sealed class LegalBot(IEnumerable<IIntent> intents, Dialogs dialogs, KnowledgeBase knowledge, IOptions<BotOptions> options, TimeProvider time) : IBot
{
    private readonly IIntent[] _intents = [.. intents];

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turnContext.Activity.Type switch
    {
        ActivityTypes.ConversationUpdate => GreetAsync(turnContext, cancellationToken),
        ActivityTypes.Message => AnswerAsync(turnContext, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task GreetAsync(ITurnContext turn, CancellationToken cancellation)
    {
        var isSomebodyNew = turn.Activity.MembersAdded?.Any(member => member.Id != turn.Activity.Recipient?.Id) ?? false;
        if (isSomebodyNew && knowledge.Current?.Index.Corpus.Answers is { } texts)
            await turn.SendActivityAsync(Greeting.Of(texts), cancellation);
    }

    private async Task AnswerAsync(ITurnContext turn, CancellationToken cancellation)
    {
        var said = Said(turn.Activity);
        if (Answerer.Refuse(said) is { } code && !IsFileForDialog(turn, code))
            await RefuseAsync(turn, code, cancellation);
        else if (knowledge.Current is { } current)
            await RouteAsync(Turn(turn, said, current), cancellation);
        else
            await turn.SendActivityAsync(options.Value.LoadingText, cancellation);
    }

    private BotTurn Turn(ITurnContext turn, string said, KnowledgeBase.Loaded current) => new(turn, said, turn.TurnState.Get<ConversationMemory>() ?? new(), current, time.Today())
    {
        Patience = new Patience(time, options.Value.WaitForModel),
    };

    private async Task RouteAsync(BotTurn turn, CancellationToken cancellation)
    {
        foreach (var intent in _intents)
        {
            if (!await intent.TryHandleAsync(turn, cancellation))
                continue;
            await dialogs.RemindAsync(turn, cancellation);
            return;
        }
    }

    private static bool IsFileForDialog(ITurnContext turn, string code) =>
        code == "question.empty" && turn.Activity.Attachments is { Count: > 0 } && turn.TurnState.Get<ConversationMemory>()?.Dialog is not null;

    private async Task RefuseAsync(ITurnContext turn, string code, CancellationToken cancellation)
    {
        if (code == "question.tooLong")
            await turn.SendActivityAsync(options.Value.TooLongText.Replace("{most}", $"{Answerer.LongestQuestion}", StringComparison.Ordinal), cancellation);
        else if (turn.Activity.Attachments is { Count: > 0 })
            await turn.SendActivityAsync(options.Value.FileText, cancellation);
        else if (knowledge.Current?.Index.Corpus.Answers is { } texts)
            await turn.SendActivityAsync(texts.Outcomes.Text("unreadable"), cancellation);
    }

    /// <summary>The words, or those of a button that sends its value unseen.</summary>
    private static string Said(Activity activity) =>
        activity.Text is { Length: > 0 } text ? text : activity.Value is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";
}
