using LegalService.Bot.Activities;
using LegalService.Casework.Handovers;
using LegalService.Casework.Notifications;
using LegalService.Interviews.Fields;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Questions;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>The citizen wants to be called: he is asked for the number, and that he sends it is the consent to keep it for the call.</summary>
internal sealed class CallbackIntent(CallbackDesk desk) : IIntent
{
    private const int FewestDigits = 5;

    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Memory.Pending == IntentIds.Callback)
        {
            turn.Memory.Pending = null;
            return await HearAsync(turn, cancellation);
        }

        // In the middle of a form a call may be what the form asks about.
        if (turn.Memory.Dialog is not null || turn.Knowledge.Answerer.SpotIntent(turn.Text) != IntentIds.Callback)
            return false;
        await AskAsync(turn, "callbackAsk", cancellation);
        return true;
    }

    private static async Task AskAsync(BotTurn turn, string key, CancellationToken cancellation)
    {
        turn.Memory.Pending = IntentIds.Callback;
        var question = Activity.Message(turn.Texts.Intents.Text(key)) with
        {
            InputHint = InputHints.ExpectingInput,
            SuggestedActions = new SuggestedActions([CardAction.Say(turn.Texts.Intents.Buttons["callbackOff"])]),
        };
        await turn.Context.SendActivityAsync(question, cancellation);
    }

    private async Task<bool> HearAsync(BotTurn turn, CancellationToken cancellation)
    {
        var intents = turn.Texts.Intents;
        if (Normalizer.WithoutPunctuation(turn.Text) == intents.Buttons["callbackOff"] || turn.Knowledge.Answerer.SpotIntent(turn.Text) == IntentIds.CancelPerson)
        {
            await turn.Context.SendActivityAsync(intents.Text("callbackOff"), cancellation);
            return true;
        }

        var typed = Digits(turn.Text);
        if (typed.Count(char.IsAsciiDigit) < FewestDigits)
            return false;
        var asked = await desk.AskAsync(turn.Conversation, turn.Context.Activity.ChannelId ?? "", typed, cancellation);
        if (asked.Succeeded && PhoneNumber.TryParse(typed, out var number, out _))
            await turn.Context.SendActivityAsync(intents.Text("callbackDone", ("phone", number.Masked), ("due", SpokenTime.Moment(asked.Value))), cancellation);
        else
            await AskAsync(turn, "callbackWrong", cancellation);
        return true;
    }

    /// <summary>The number in 我的电话是139 0000 0001.</summary>
    private static string Digits(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(character => char.IsAsciiDigit(character) || character is '-' or '+' or '(' or ')'));
}
