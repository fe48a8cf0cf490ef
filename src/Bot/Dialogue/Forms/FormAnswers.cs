using System.Globalization;
using System.Text.Json;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Reads what was said as an answer to the question of now. Thread safe.</summary>
internal sealed class FormAnswers(DialogTexts texts, FormHearing hearing, FormQuestions questions)
{
    private const int LongestUnknown = 20;

    /// <summary>The answer, or what is wrong with it.</summary>
    public (JsonElement? Value, string? Error) Read(Form form, string text)
    {
        var (field, question) = (form.Field!, form.Question!);
        if (texts.Means(Command.Skip, text))
            return question.Required ? (null, FieldParser.Parse(field, "", form.Today).Error!.Message) : (AnswerJson.Skipped, null);
        if (hearing.Suggest(form) is { } suggested && texts.Means(Command.Yes, text))
            return (suggested.Value, null);
        var spoken = field.Type is FieldType.Phone or FieldType.IdNumber ? SaidText.Digits(text) : text;
        var parsed = FieldParser.Parse(field, spoken, form.Today, question.Options);
        if (parsed.Value is null && Pressed(form, text) is { } button)
            parsed = FieldParser.Parse(field, button, form.Today, question.Options);
        if (parsed.Value is { } value)
            return (value, null);
        // 我叫巴特尔，电话139…: the name is in it.
        var within = field.Type is FieldType.Choice or FieldType.LongText ? [] : hearing.In(form, text).Take(1).ToList();
        if (within is [var heard])
            return (heard, null);
        // 身份证忘带了 says that he does not know it.
        if (field.Type is not (FieldType.YesNo or FieldType.Choice or FieldType.Choices) && text.Length <= LongestUnknown && texts.Tells(Sign.Unknown, text) && (field.AllowUnknown || !question.Required))
            return (field.AllowUnknown ? AnswerJson.Unknown : AnswerJson.Skipped, null);
        return (null, parsed.Error!.Message);
    }

    /// <summary>What a change has put aside, in a sentence; null when that is nothing.</summary>
    public string? AsideOf(IForm definition, AnswerChange change)
    {
        var labels = change.SetAside.Select(definition.Interview.Field).OfType<FieldDefinition>().Select(field => field.ReviewLabel).ToList();
        return labels.Count == 0 ? null : texts.Say(Line.SetAside, ("labels", string.Join('、', labels)));
    }

    /// <summary>The words of the button whose number was typed; null when it is none.</summary>
    private string? Pressed(Form form, string text)
    {
        if (!int.TryParse(SaidText.Bare(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var buttons = questions.Actions(form, form.Question!);
        return number >= 1 && number <= buttons.Count ? buttons[number - 1].Title : null;
    }
}
