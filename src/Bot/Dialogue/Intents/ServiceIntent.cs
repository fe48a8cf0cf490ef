using LegalService.Bot.Dialogue.Forms;
using LegalService.Bot.Dialogue.Texts;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>
/// Begins a service: 我要申请法律援助, or its button under an answer. What was going on is put aside. Of one that is a guide only, the guide is told.
/// </summary>
internal sealed class ServiceIntent(ServiceWords services, InterviewDialog interview, DialogSwitch others, DialogTexts texts) : IIntent
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

        if (await others.ResumesAsync(turn, service, cancellation))
            return true;
        await others.LeaveAsync(turn, cancellation);
        await interview.BeginAsync(turn, service, cancellation);
        return true;
    }
}
