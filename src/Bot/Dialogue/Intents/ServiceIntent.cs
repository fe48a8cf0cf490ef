using LegalService.Bot.Dialogue.Forms;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>Begins a service: 我要申请法律援助, or its button under an answer. What was going on is put aside.</summary>
internal sealed class ServiceIntent(ServiceWords services, InterviewDialog interview, DialogSwitch others) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (services.Started(turn) is not { } service)
            return false;
        if (await others.ResumesAsync(turn, service, cancellation))
            return true;
        await others.LeaveAsync(turn, cancellation);
        await interview.BeginAsync(turn, service, cancellation);
        return true;
    }
}
