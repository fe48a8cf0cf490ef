using LegalService.Bot.Dialogue.Forms;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Switches;
using LegalService.Interviews.Definitions;

namespace LegalService.Bot.Dialogue.Intents;

/// <summary>
/// Begins a service, a calculator or a document: 我要申请法律援助, 帮我写个起诉状, or its button under an answer. What was going on is put aside. Of one that is a guide only,
/// the guide is told; a service that is switched off is not begun.
/// </summary>
internal sealed class ServiceIntent(FormWords forms, InterviewDialog interview, DialogSwitch others, DialogTexts texts, SwitchBoard switches) : IIntent
{
    public async Task<bool> TryHandleAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (forms.Started(turn) is not { } form)
            return false;
        if (form is ServiceDefinition { IsGuideOnly: true } guide)
        {
            await turn.Context.SendActivityAsync(ServiceGuide.Of(guide, texts), cancellation);
            return true;
        }

        if (form is ServiceDefinition service && switches.RefuseService(service.Id) is { } paused)
        {
            await turn.Context.SendActivityAsync(DialogActivity.Note(paused.Message), cancellation);
            return true;
        }

        if (await others.ResumesAsync(turn, form, cancellation))
            return true;
        await others.LeaveAsync(turn, cancellation);
        await interview.BeginAsync(turn, form, cancellation);
        return true;
    }
}
