using LegalService.Bot.Dialogue.Progress;
using LegalService.Bot.Dialogue.Texts;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>What has become of my case, and: I want to change my appointment.</summary>
internal sealed class ProgressIntent(DialogTexts texts, ProgressDialog progress, DialogSwitch others) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (!(texts.Is(Press.Progress, turn.Text) || texts.Tells(Sign.Progress, turn.Text) || texts.Tells(Sign.Managing, turn.Text)))
            return false;
        await others.LeaveAsync(turn, cancellation);
        await progress.BeginAsync(turn, cancellation);
        return true;
    }
}
