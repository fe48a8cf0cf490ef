using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Takes a file that was sent with the message as the answer to a question that asks for one.</summary>
internal sealed class FileStep(DialogTexts texts, SentFiles files) : IFormStep
{
    public async Task<FormReply?> TryAsync(FormTurn turn, CancellationToken cancellation)
    {
        if (turn.Turn.Context.Activity.Attachments is not { Count: > 0 } sent)
            return null;
        var form = turn.Form;
        if (form.Field is not { Type: FieldType.File } field)
            return FormReply.On(form, texts.Say(Line.FileUnasked));
        var taken = await files.TakeAsync(turn.Turn.Context.Activity, sent[0], cancellation);
        if (!taken.Succeeded)
            return FormReply.On(form, texts.Say(Line.FileFailed, ("reason", taken.Failure.Message)));
        var file = new FileAnswer(taken.Value.Id, taken.Value.Name, taken.Value.Size);
        // The field has its own mind about sizes and types.
        var after = form.Answered(field.Id, file.ToJson());
        if (after.Step.Errors.FirstOrDefault(error => error.Field == field.Id) is { } error)
            return FormReply.On(form, texts.Say(Line.FileFailed, ("reason", error.Message)));
        return FormReply.On(after, texts.Say(sent.Count == 1 ? Line.FileTaken : Line.FilesTaken, ("name", file.Name)));
    }
}
