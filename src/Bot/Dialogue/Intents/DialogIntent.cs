using LegalService.Bot.Conversations;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>Goes on with the dialog that was begun. One that this server does not know is dropped.</summary>
internal sealed class DialogIntent(IEnumerable<IDialog> dialogs) : IIntent
{
    private readonly Dictionary<string, IDialog> _dialogs = dialogs.ToDictionary(dialog => dialog.Id, StringComparer.Ordinal);

    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Memory.Dialog is not { } active)
            return false;
        if (!_dialogs.TryGetValue(active.Id, out var dialog))
        {
            turn.Memory.Dialog = null;
            return false;
        }

        var step = await dialog.ContinueAsync(turn, active.State, cancellation);
        turn.Memory.Dialog = step.Kind == DialogStepKind.Ended ? null : new ActiveDialog(active.Id, step.State);
        return step.Kind != DialogStepKind.NotMine;
    }
}
