using System.Text.Json;
using LegalService.Bot.Conversations;

namespace LegalService.Bot.Dialogue;

/// <summary>Goes on with the dialog of a conversation. Thread safe.</summary>
internal sealed class Dialogs(IEnumerable<IDialog> dialogs)
{
    private readonly Dictionary<string, IDialog> _dialogs = dialogs.ToDictionary(dialog => dialog.Id, StringComparer.Ordinal);

    /// <summary>Hands the message to the dialog that was begun; one that this server does not know is dropped. False when the message is for others.</summary>
    public async Task<bool> ContinueAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Memory.Dialog is not { } active)
            return false;
        if (!_dialogs.TryGetValue(active.Id, out var dialog))
        {
            turn.Memory.Dialog = null;
            return false;
        }

        DialogStep step;
        try
        {
            step = await dialog.ContinueAsync(turn, active.State, cancellation);
        }
        catch (JsonException)
        {
            // Written by a server of another version: without it the citizen would be stuck for as long as memories last.
            turn.Memory.Dialog = null;
            return false;
        }

        // A dialog may have put another in its place.
        if (ReferenceEquals(turn.Memory.Dialog, active))
            turn.Memory.Dialog = step.Kind == DialogStepKind.Ended ? null : new ActiveDialog(active.Id, step.State);
        if (step.Kind == DialogStepKind.NotMine && turn.Memory.Dialog is { } interrupted)
            turn.Context.TurnState.Set(new Interruption(interrupted));
        return step.Kind != DialogStepKind.NotMine;
    }

    /// <summary>After something else was answered: says again what the dialog waits for, unless another one began.</summary>
    public async Task RemindAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Context.TurnState.Get<Interruption>() is { } interruption
            && ReferenceEquals(turn.Memory.Dialog, interruption.Dialog) && _dialogs.TryGetValue(interruption.Dialog.Id, out var dialog))
        {
            await dialog.RemindAsync(turn, interruption.Dialog.State, cancellation);
        }
    }

    private sealed record Interruption(ActiveDialog Dialog);
}
