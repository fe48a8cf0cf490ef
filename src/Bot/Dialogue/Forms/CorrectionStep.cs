using System.Text.Json;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>A correction in free words: 不对，电话是139…; 名字写错了，叫巴特尔; 改一下电话.</summary>
internal sealed class CorrectionStep(DialogTexts texts, FieldFinder finder, FormAnswers answers) : IFormStep
{
    /// <summary>A longer one is a story in which something was not right.</summary>
    private const int Longest = 60;

    public Task<FormReply?> TryAsync(FormTurn turn, CancellationToken cancellation) => Task.FromResult(
        turn.Text.Length <= Longest && finder.Corrected(turn.Form, turn.Text) is { } found ? Correct(turn, found.Field, found.Value) : null);

    private FormReply Correct(FormTurn turn, FieldDefinition field, string rest)
    {
        var editing = turn.Form.Editing(field.Id);
        if (rest.Length == 0)
            return FormReply.On(editing, texts.Say(Line.Editing, ("label", field.ReviewLabel)));
        var (value, error) = answers.Read(editing, rest);
        return value is { } understood ? Changed(turn.Form, editing, field, understood) : FormReply.On(editing, texts.Say(Line.Wrong, ("reason", error!), ("typed", rest)));
    }

    private FormReply Changed(Form before, Form editing, FieldDefinition field, JsonElement value)
    {
        var after = editing.Answered(field.Id, value);
        // Whoever was at another question is asked it again.
        after = after.With(after.State with { Editing = before.State.Editing == field.Id ? null : before.State.Editing });
        var display = after.Step.Review.FirstOrDefault(line => line.Field == field.Id)?.Display ?? "";
        var change = Interview.Change(before.Definition, before.State.Answers, field.Id, value, before.Today);
        return FormReply.On(after, DialogActivity.Lines(texts.Say(Line.Changed, ("label", field.ReviewLabel), ("value", display)), answers.AsideOf(before.Definition, change)));
    }
}
