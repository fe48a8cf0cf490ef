using LegalService.Bot.Activities;
using LegalService.Casework.Conversations;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Questions;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>What was said here is removed at the citizen's wish (个人信息保护法第四十七条), after one question back.</summary>
internal sealed class ForgetIntent(ConversationErasure erasure) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        var intents = turn.Texts.Intents;
        if (turn.Memory.Pending == IntentIds.Forget)
        {
            turn.Memory.Pending = null;
            return await DecideAsync(turn, intents, cancellation);
        }

        if (turn.Knowledge.Answerer.SpotIntent(turn.Text) != IntentIds.Forget)
            return false;
        turn.Memory.Pending = IntentIds.Forget;
        var question = Activity.Message(intents.Text("forgetAsk")) with
        {
            InputHint = InputHints.ExpectingInput,
            SuggestedActions = new SuggestedActions([CardAction.Say(intents.Buttons["forgetYes"]), CardAction.Say(intents.Buttons["forgetNo"])]),
        };
        await turn.Context.SendActivityAsync(question, cancellation);
        return true;
    }

    /// <summary>Only a plain yes removes anything. What is neither yes nor no is answered as well.</summary>
    private async Task<bool> DecideAsync(BotTurn turn, IntentRules intents, CancellationToken cancellation)
    {
        var said = Normalizer.WithoutPunctuation(turn.Text);
        if (said != intents.Buttons["forgetYes"])
        {
            await turn.Context.SendActivityAsync(intents.Text("forgetKept"), cancellation);
            return said == intents.Buttons["forgetNo"];
        }

        await erasure.ForgetAsync(turn.Conversation, cancellation);
        turn.Memory.Clear();
        await turn.Context.SendActivityAsync(intents.Text("forgetDone"), cancellation);
        return true;
    }
}
