using LegalService.Casework.Switches;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>An administrator has paused the bot: it says so and answers nothing. Danger and people who have taken over come before it.</summary>
internal sealed class PauseIntent(SwitchBoard switches) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (switches.Find(SwitchNames.Bot) is not { } off)
            return false;
        await turn.Context.SendActivityAsync(off.Message, cancellation);
        return true;
    }
}
