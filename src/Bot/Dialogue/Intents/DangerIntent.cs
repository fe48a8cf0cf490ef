namespace LegalService.Bot.Dialogue.Intents;

/// <summary>Somebody may be in danger: whom to call comes before everything, in the middle of a form too. What was said is still taken as its answer.</summary>
internal sealed class DangerIntent(Dialogs dialogs) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Knowledge.Answerer.SpotDanger(turn.Text) is null)
            return false;
        await turn.Context.SendActivityAsync(AnswerActivity.Of(turn.Knowledge.Answerer.Answer(turn.Text, turn.Today, turn.Today)), cancellation);
        await dialogs.ContinueAsync(turn, cancellation);
        return true;
    }
}
