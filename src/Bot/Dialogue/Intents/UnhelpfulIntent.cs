using LegalService.Bot.Activities;
using LegalService.Bot.Understanding;
using LegalService.Casework.Unanswered;
using LegalService.Knowledge.Corpus;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>The last answer was of no use, or none of the choices is meant: it is noted for who writes the corpus, and a person is offered.</summary>
internal sealed class UnhelpfulIntent(QuestionAnswering answering) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        var intent = turn.Knowledge.Answerer.SpotIntent(turn.Text);
        if (turn.Memory.Recent is not [.., var last] || (intent != IntentIds.Unhelpful && (intent != IntentIds.NoneOfThese || turn.Memory.Choices.Count == 0)))
            return false;
        if (intent == IntentIds.Unhelpful)
            await answering.NoteAsync(turn, last, UnansweredKind.ThumbsDown, 0, cancellation);
        turn.Memory.Choices = [];
        var intents = turn.Texts.Intents;
        var said = Activity.Message(intents.Text(intent)) with
        {
            InputHint = InputHints.ExpectingInput,
            SuggestedActions = new SuggestedActions([CardAction.Say(intents.Buttons["person"]), CardAction.Dial("打 12348", "12348")]),
        };
        await turn.Context.SendActivityAsync(said, cancellation);
        return true;
    }
}
