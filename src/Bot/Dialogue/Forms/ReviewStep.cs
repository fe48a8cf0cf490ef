using LegalService.Bot.Dialogue.Texts;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>All is answered: the yes to it, or which field is to be changed.</summary>
internal sealed class ReviewStep(DialogTexts texts, FieldFinder finder, FormSubmission submission, FormInterruptions interruptions) : IFormStep
{
    public async Task<FormReply?> TryAsync(FormTurn turn, CancellationToken cancellation)
    {
        var (form, text) = (turn.Form, turn.Text);
        if (!form.IsReady)
            return null;
        if (texts.Means(Command.Submit, text) || texts.Means(Command.Yes, text) || texts.Means(Command.Confirm, text))
            return await submission.SendAsync(turn, cancellation);
        if (texts.Means(Command.NoNotify, text))
            return FormReply.On(form.With(form.State with { IsQuiet = true }));
        if (finder.Named(form, text) is { } field)
            return FormReply.On(form.Editing(field.Id), texts.Say(Line.Editing, ("label", field.ReviewLabel)));
        if (texts.Means(Command.No, text))
            return FormReply.On(form, texts.Say(Line.ReviewUnclear));
        return interruptions.IsOthers(turn) || texts.Tells(Sign.Question, text) ? FormReply.NotMine(form) : FormReply.On(form, texts.Say(Line.ReviewUnclear));
    }
}
