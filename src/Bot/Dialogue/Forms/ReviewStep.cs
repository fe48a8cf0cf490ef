using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Documents;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>All is answered: the yes to it, or which field is to be changed.</summary>
internal sealed class ReviewStep(DialogTexts texts, FieldFinder finder, FormSubmission submission, DocumentDelivery documents, FormInterruptions interruptions) : IFormStep
{
    public async Task<FormReply?> TryAsync(FormTurn turn, CancellationToken cancellation)
    {
        var (form, text) = (turn.Form, turn.Text);
        if (!form.IsReady)
            return null;
        if (texts.Means(Command.Submit, text) || texts.Means(Command.Yes, text) || texts.Means(Command.Confirm, text))
            return form.Definition is ServiceDefinition service ? await submission.SendAsync(turn, service, cancellation) : await documents.DeliverAsync(turn, (DocumentDefinition)form.Definition, cancellation);
        if (texts.Means(Command.NoNotify, text))
            return FormReply.On(form.With(form.State with { IsQuiet = true }));
        if (finder.Named(form, text) is { } field)
            return FormReply.On(form.Editing(field.Id), texts.Say(Line.Editing, ("label", field.ReviewLabel)));
        if (texts.Means(Command.No, text))
            return FormReply.On(form, Unclear(form));
        return interruptions.IsOthers(turn) || texts.Tells(Sign.Question, text) ? FormReply.NotMine(form) : FormReply.On(form, Unclear(form));
    }

    private string Unclear(Form form) => texts.Say(form.Definition is ServiceDefinition ? Line.ReviewUnclear : Line.PaperUnclear);
}
