namespace LegalService.Bot.Dialogue.Intents;

/// <summary>Goes on with the dialog that was begun.</summary>
internal sealed class DialogIntent(Dialogs dialogs) : IIntent
{
    public Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation) => dialogs.ContinueAsync(turn, cancellation);
}
