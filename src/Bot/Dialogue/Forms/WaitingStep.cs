using LegalService.Bot.Activities;
using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Conversations;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Stop, later, and which field to change: what is left when the form itself has asked something.</summary>
internal sealed class WaitingStep(DialogTexts texts, FieldFinder finder, PutAside aside, DocumentReviews reviews, IOptions<ConversationOptions> options) : IFormStep
{
    /// <summary>Asks whether what was filled in is to go.</summary>
    public FormReply Stop(Form form) => form.Count == 0
        ? FormReply.End(form, DialogActivity.Note(texts.Say(Line.StopEmpty, ("service", form.Definition.Name))))
        : FormReply.Wait(
            form.With(form.State with { Stage = FormStage.Stopping }),
            DialogActivity.Choice(
                texts.Say(Line.StopAsk, ("count", form.Count)), texts.Button(Press.Delete), texts.Button(Press.KeepForLater), texts.Button(Press.GoOn)));

    /// <summary>Puts the form aside for the days that memories last.</summary>
    public FormReply Later(FormTurn turn)
    {
        var form = turn.Form.With(turn.Form.State with { Stage = FormStage.Asking });
        aside.Put(turn.Turn.Memory, new ActiveDialog(InterviewDialog.Name, form.State.Write()), form.Definition.Name, form.Count);
        return FormReply.End(
            form,
            DialogActivity.Note(texts.Say(Line.Later, ("count", form.Count), ("days", options.Value.MemoryDays)), texts.Button(Press.GoOn)));
    }

    /// <summary>Asks which field is to be changed.</summary>
    public FormReply Choose(Form form) => form.Count == 0
        ? FormReply.On(form, texts.Say(Line.ReviewNothing))
        : FormReply.Wait(
            form.With(form.State with { Stage = FormStage.Choosing }),
            DialogActivity.Choice(texts.Say(Line.WhichField), [.. form.Step.Review.Select(line => CardAction.Say(line.Label)), texts.Button(Press.Keep)]));

    public Task<FormReply?> TryAsync(FormTurn turn, CancellationToken cancellation) => Task.FromResult(turn.Form.State.Stage switch
    {
        FormStage.Stopping => Stopping(turn),
        FormStage.Choosing => Choosing(turn),
        FormStage.Offering => Offering(turn),
        _ => null,
    });

    private FormReply? Stopping(FormTurn turn)
    {
        var (form, text) = (turn.Form.With(turn.Form.State with { Stage = FormStage.Asking }), turn.Text);
        if (texts.Means(Command.Delete, text))
            return FormReply.End(form, DialogActivity.Note(texts.Say(Line.Deleted, ("service", form.Definition.Name))));
        // Only who says so loses what he has typed; who just goes may come back.
        if (texts.Means(Command.Later, text) || texts.Is(Press.KeepForLater, text) || texts.Means(Command.Stop, text))
            return Later(turn);
        return texts.Means(Command.GoOn, text) || texts.Means(Command.No, text) ? FormReply.On(form) : null;
    }

    /// <summary>The document is with the citizen: a clerk is asked to look, it is changed, or the conversation goes on without it.</summary>
    private FormReply? Offering(FormTurn turn)
    {
        if (texts.Means(Command.AskClerk, turn.Text) || texts.Means(Command.Yes, turn.Text))
            return reviews.Begin(turn.Form);
        if (texts.Means(Command.Change, turn.Text) || texts.Means(Command.Back, turn.Text) || finder.Corrected(turn.Form, turn.Text) is not null)
            return null;
        if (texts.Means(Command.NoClerk, turn.Text) || texts.Means(Command.No, turn.Text) || texts.Means(Command.Done, turn.Text))
            return FormReply.End(turn.Form, DialogActivity.Note(texts.Say(Line.Leave)));
        turn.Turn.Memory.Dialog = null;
        return FormReply.NotMine(turn.Form);
    }

    private FormReply? Choosing(FormTurn turn)
    {
        var form = turn.Form.With(turn.Form.State with { Stage = FormStage.Asking });
        if (texts.Means(Command.Keep, turn.Text) || texts.Means(Command.No, turn.Text))
            return FormReply.On(form);
        return finder.Named(form, turn.Text) is { } field ? FormReply.On(form.Editing(field.Id), texts.Say(Line.Editing, ("label", field.ReviewLabel))) : null;
    }
}
