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
    /// <summary>The answer, or what is wrong with it.</summary>
    public (JsonElement? Value, string? Error) Read(Form form, string text)
    {
        var (field, question) = (form.Field!, form.Question!);
        if (texts.Means(Command.Skip, text))
            return question.Required ? (null, FieldParser.Parse(field, "", form.Today).Error!.Message) : (AnswerJson.Skipped, null);
        if (hearing.Suggest(form) is { } suggested && texts.Means(Command.Yes, text))
            return (suggested.Value, null);
        var parsed = FieldParser.Parse(field, Pressed(form, field.Type is FieldType.Phone or FieldType.IdNumber ? SaidText.Digits(text) : text), form.Today, question.Options);
        if (parsed.Value is { } value)
            return (value, null);
        // 我叫巴特尔，电话139…: the name is in it.
        var within = field.Type is FieldType.Choice or FieldType.LongText ? [] : hearing.In(form, text).Take(1).ToList();
        return within is [var heard] ? (heard, null) : (null, parsed.Error!.Message);
    }

    /// <summary>What a change has put aside, in a sentence; null when that is nothing.</summary>
    public string? AsideOf(ServiceDefinition definition, AnswerChange change)
    {
        var labels = change.SetAside.Select(definition.Interview.Field).OfType<FieldDefinition>().Select(field => field.ReviewLabel).ToList();
        return labels.Count == 0 ? null : texts.Say(Line.SetAside, ("labels", string.Join('、', labels)));
    }

    /// <summary>The words of the button whose number was typed, where the numbers go on after the options.</summary>
    private string Pressed(Form form, string text)
    {
        if (form.Question!.Type is not (FieldType.Choice or FieldType.Choices or FieldType.YesNo)
            || !int.TryParse(SaidText.Bare(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return text;
        var buttons = questions.Actions(form, form.Question);
        return number >= 1 && number <= buttons.Count && number > form.Question.Options.Count ? buttons[number - 1].Title : text;
    }
}
