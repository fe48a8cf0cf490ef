namespace LegalService.Bot.Dialogue.Intents;

/// <summary>Somebody may be in danger: whom to call comes before everything, in the middle of a form too.</summary>
internal sealed class DangerIntent : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Knowledge.Answerer.SpotDanger(turn.Text) is null)
            return false;
        await turn.Context.SendActivityAsync(AnswerActivity.Of(turn.Knowledge.Answerer.Answer(turn.Text, turn.Today, turn.Today)), cancellation);
        return true;
    }
}
