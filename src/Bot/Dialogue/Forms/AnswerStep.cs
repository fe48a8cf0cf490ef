using System.Text.Json;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Takes a message as the answer to the question, or says what is wrong with it. The last step.</summary>
internal sealed class AnswerStep(DialogTexts texts, FormAnswers answers, FormQuestions questions, FormHearing hearing, FormInterruptions interruptions) : IFormStep
{
    public Task<FormReply?> TryAsync(FormTurn turn, CancellationToken cancellation) => Task.FromResult<FormReply?>(Take(turn));

    private FormReply Take(FormTurn turn)
    {
        var (form, text) = (turn.Form, turn.Text);
        if (form.Field is not { } field)
            return FormReply.NotMine(form);
        if (FormInterruptions.IsGreeting(turn))
            return FormReply.On(form, texts.Say(Line.ResumeOffer, ("service", form.Definition.Name), ("count", form.Count)));
        var isButton = questions.Actions(form, form.Question!).Any(action => SaidText.Bare(action.Title) == SaidText.Bare(text));
        if (!isButton && IsInterruption(turn, field))
            return FormReply.NotMine(field.Type == FieldType.Choice ? form.Hearing(text) : form);
        var (value, error) = answers.Read(form, text);
        if (value is { } understood)
            return Took(turn, field, understood);
        return interruptions.IsOthers(turn) || texts.Tells(Sign.Question, text) ? FormReply.NotMine(form) : Missed(Heard(form, field, text), field, text, error!);
    }

    /// <summary>Says what is wrong; after some misses, that there are other ways.</summary>
    private FormReply Missed(Form form, FieldDefinition field, string text, string error)
    {
        var after = form.With(form.State with { Misses = form.State.Misses + 1 });
        var reason = field.Type == FieldType.IdNumber && texts.HeardIn(FieldType.Phone, text).Any() ? texts.Say(Line.LooksLikePhone) : error;
        return FormReply.On(
            after, DialogActivity.Lines(texts.Say(Line.Wrong, ("reason", reason), ("typed", text)), after.State.Misses >= texts.MostTries - 1 ? texts.Say(Line.Stuck) : null));
    }

    /// <summary>Whether a message that could be read as the answer is a question, or for another dialog.</summary>
    private bool IsInterruption(FormTurn turn, FieldDefinition field) => field.Type switch
    {
        FieldType.Name or FieldType.Text or FieldType.Address => interruptions.IsOthers(turn) || texts.Tells(Sign.Question, turn.Text),
        FieldType.Choice or FieldType.Choices => texts.Tells(Sign.Question, turn.Text),
        _ => false,
    };

    private FormReply Took(FormTurn turn, FieldDefinition field, JsonElement value)
    {
        var form = turn.Form;
        var change = Interview.Change(form.Definition, form.State.Answers, field.Id, value, form.Today);
        var after = form.Answered(field.Id, value);
        after = Heard(after, field, turn.Text);
        var display = after.Step.Review.FirstOrDefault(line => line.Field == field.Id)?.Display;
        var isPlain = display is null || value.ValueKind == JsonValueKind.Null || field.Type == FieldType.YesNo || SaidText.Bare(display) == SaidText.Bare(turn.Text);
        return FormReply.On(after, DialogActivity.Lines(isPlain ? null : texts.Say(Line.Noted, ("value", display!)), answers.AsideOf(form.Definition, change)));
    }

    /// <summary>Who gives more than was asked need not say it again.</summary>
    private Form Heard(Form form, FieldDefinition field, string text) =>
        field.Type != FieldType.LongText && hearing.HoldsMore(text, field.Type) ? form.Hearing(text) : form;
}
