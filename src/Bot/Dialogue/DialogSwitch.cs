using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue.Forms;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Conversations;
using LegalService.Interviews.Definitions;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Dialogue;

/// <summary>From one dialog to another: a form that was begun is never lost by beginning something else. Thread safe.</summary>
internal sealed class DialogSwitch(DialogTexts texts, PutAside aside, InterviewDialog interview, FormCatalog forms, IOptions<ConversationOptions> options)
{
    /// <summary>Puts the form that is going on aside and says so. Other dialogs, and a form without an answer, just end.</summary>
    public async Task LeaveAsync(BotTurn turn, CancellationToken cancellation)
    {
        if (turn.Memory.Dialog is not { } active)
            return;
        turn.Memory.Dialog = null;
        if (Read(turn, active) is not { Count: > 0 } form)
            return;
        aside.Put(turn.Memory, active, form.Definition.Name, form.Count);
        var says = texts.Say(Line.Switched, ("service", form.Definition.Name), ("days", options.Value.MemoryDays));
        await turn.Context.SendActivityAsync(DialogActivity.Note(says), cancellation);
    }

    /// <summary>Whoever asks again for what he has begun already goes on with it. False when he has not.</summary>
    public async Task<bool> ResumesAsync(BotTurn turn, IForm service, CancellationToken cancellation)
    {
        if (turn.Memory.Dialog is { } active && Read(turn, active)?.Definition.Id == service.Id)
        {
            await interview.ResumeAsync(turn, active.State, cancellation);
            return true;
        }

        if (aside.Of(turn.Memory).LastOrDefault(other => other.Title == service.Name) is not { } waiting)
            return false;
        await LeaveAsync(turn, cancellation);
        await ResumeAsync(turn, waiting, cancellation);
        return true;
    }

    /// <summary>Takes up what was put aside.</summary>
    public async Task ResumeAsync(BotTurn turn, DialogAside waiting, CancellationToken cancellation)
    {
        aside.Take(turn.Memory, waiting);
        await interview.ResumeAsync(turn, waiting.Dialog.State, cancellation);
    }

    /// <summary>Offers to go on with what was put aside last; null when there is nothing.</summary>
    public Activity? Offer(BotTurn turn) => aside.Of(turn.Memory) is [.., var last]
        ? DialogActivity.Choice(texts.Say(Line.ResumeOffer, ("service", last.Title), ("count", last.Count)), texts.Button(Press.GoOn), texts.Button(Press.Delete))
        : null;

    private Form? Read(BotTurn turn, ActiveDialog active)
    {
        if (active.Id != InterviewDialog.Name)
            return null;
        var state = FormState.Read(active.State);
        return forms.Find(state.Service) is { } service ? Form.Of(service, state, turn.Today) : null;
    }
}
