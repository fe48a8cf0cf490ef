using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Knowledge.Corpus;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>What can be had here: the services, the service points, the numbers, a person.</summary>
internal sealed class HelpIntent(DialogTexts dialogs) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Knowledge.Answerer.SpotIntent(turn.Text) != IntentIds.Help)
            return false;
        var (intents, outcomes) = (turn.Texts.Intents, turn.Texts.Outcomes);
        string[] buttons = [.. outcomes.Help.Select(id => outcomes.Services[id]), dialogs.Title(Press.Sum), dialogs.Title(Press.Paper), intents.Buttons["places"], intents.Buttons["hotlines"], intents.Buttons["person"]];
        var said = Activity.Message(intents.Text("help") + "\n" + turn.Texts.Outcomes.Disclaimer) with
        {
            InputHint = InputHints.AcceptingInput,
            SuggestedActions = new SuggestedActions([.. buttons.Select(button => CardAction.Say(button))]),
        };
        await turn.Context.SendActivityAsync(said, cancellation);
        return true;
    }
}
