using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Back, later, stop, what was filled in, say it again: at any point.</summary>
internal sealed class CommandStep(DialogTexts texts, WaitingStep waiting) : IFormStep
{
    public Task<FormReply?> TryAsync(FormTurn turn, CancellationToken cancellation) => Task.FromResult(IsAnswer(turn) ? null : Obey(turn));

    private FormReply? Obey(FormTurn turn)
    {
        var (form, text) = (turn.Form, turn.Text);
        if (texts.Means(Command.Back, text))
            return form.Back() is { } back ? FormReply.On(back) : FormReply.On(form, texts.Say(Line.FirstAlready));
        if (texts.Means(Command.Later, text))
            return waiting.Later(turn);
        if (texts.Means(Command.Stop, text))
            return waiting.Stop(form);
        if (form.IsEditing && texts.Means(Command.Keep, text))
            return FormReply.On(form.With(form.State with { Editing = null }));
        if (texts.Means(Command.Review, text) && !form.IsReady)
            return FormReply.On(form, form.Count == 0 ? texts.Say(Line.ReviewNothing) : DialogActivity.Lines(texts.Say(Line.ReviewSoFar), FormQuestions.Lines(form), ""));
        if (texts.Means(Command.Again, text) || texts.Means(Command.GoOn, text))
            return FormReply.On(form);
        return texts.Means(Command.Change, text) ? waiting.Choose(form) : null;
    }

    /// <summary>不对 is an answer to yes or no, 不填了 to what may be skipped.</summary>
    private static bool IsAnswer(FormTurn turn)
    {
        if (turn.Form.Field is not { } field)
            return false;
        var parsed = FieldParser.Parse(field, turn.Text, turn.Form.Today, turn.Form.Question!.Options);
        return parsed.Value is { } value && (field.Type is FieldType.YesNo or FieldType.Choice or FieldType.Choices || value.ValueKind == System.Text.Json.JsonValueKind.Null);
    }
}
