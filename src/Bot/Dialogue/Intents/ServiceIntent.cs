using LegalService.Bot.Dialogue.Forms;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Switches;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>
/// Begins a service: 我要申请法律援助, or its button under an answer. What was going on is put aside. Of one that is a guide only, the guide is told; one that is
/// switched off is not begun.
/// </summary>
internal sealed class ServiceIntent(ServiceWords services, InterviewDialog interview, DialogSwitch others, DialogTexts texts, SwitchBoard switches) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (services.Started(turn) is not { } service)
            return false;
        if (service.IsGuideOnly)
        {
            await turn.Context.SendActivityAsync(ServiceGuide.Of(service, texts), cancellation);
            return true;
        }

        if (switches.RefuseService(service.Id) is { } paused)
        {
            await turn.Context.SendActivityAsync(DialogActivity.Note(paused.Message), cancellation);
            return true;
        }

        if (await others.ResumesAsync(turn, service, cancellation))
            return true;
        await others.LeaveAsync(turn, cancellation);
        await interview.BeginAsync(turn, service, cancellation);
        return true;
    }
}
