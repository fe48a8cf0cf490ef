using System.Globalization;
using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;

namespace LegalService.Server.Pages.Forms;

/// <summary>From what stands in the controls of a page to answers. What cannot be read is kept as it was typed, and the check says what is wrong with it.</summary>
internal static class TypedAnswers
{
    private static readonly JsonElement Nothing = AnswerJson.Of("");

    /// <summary>All answers that a form carries; none when what it carries is not of its own making.</summary>
    public static Answers Carried(PostedForm form)
    {
        try
        {
            return form[FieldNames.Answers] is { Length: > 0 } text ? JsonSerializer.Deserialize<Answers>(text) ?? Answers.Empty : Answers.Empty;
        }
        catch (JsonException)
        {
            return Answers.Empty;
        }
    }

    /// <summary>With the answers of the page's questions.</summary>
    /// <param name="answers">Before.</param>
    /// <param name="definition">What asks them.</param>
    /// <param name="shown">The questions of the page.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="goesOn">Whether the citizen wants to go on, so that what was left empty is skipped or missing; else it is not answered yet.</param>
    /// <param name="today">The day in Beijing.</param>
    public static Answers With(Answers answers, IForm definition, IEnumerable<PageField> shown, PostedForm form, bool goesOn, DateOnly today)
    {
        foreach (var item in shown)
        {
            var field = definition.Interview.Field(item.Question.Id)!;
            answers = Read(field, item, form, today) is { } answer ? answers.With(field.Id, answer)
                : goesOn ? answers.With(field.Id, field.Required ? Nothing : AnswerJson.Skipped)
                : answers.Without(field.Id);
        }

        return answers;
    }

    private static JsonElement? Read(FieldDefinition field, PageField shown, PostedForm form, DateOnly today) =>
        field.AllowUnknown && (form[FieldNames.Of(field.Id)] == FieldNames.Unknown || form[FieldNames.UnknownBox(field.Id)].Length > 0)
            ? AnswerJson.Unknown
            : Typed(field, shown, form, today);

    /// <summary>Null when the control was left empty.</summary>
    private static JsonElement? Typed(FieldDefinition field, PageField shown, PostedForm form, DateOnly today)
    {
        var text = form[FieldNames.Of(field.Id)];
        switch (field.Type)
        {
            case FieldType.Choices:
                return form.All(FieldNames.Of(field.Id)) is { Count: > 0 } chosen ? AnswerJson.Of(chosen) : null;
            case FieldType.Address:
                var address = AddressAnswer.Of(Enum.GetValues<AddressPart>().ToDictionary(part => part, part => form[FieldNames.Of(field.Id, part)]));
                return address.Whole.Length > 0 ? address.ToJson() : null;
            case FieldType.File:
                return File(field, shown, form);
            case FieldType.YesNo when text is FieldNames.Yes or FieldNames.No:
                return AnswerJson.Of(text == FieldNames.Yes);
            case FieldType.Date or FieldType.Money or FieldType.Number when !string.IsNullOrWhiteSpace(text):
                return FieldParser.Parse(field, text, today).Value ?? Kept(field, text);
            default:
                return string.IsNullOrWhiteSpace(text) ? null : AnswerJson.Of(text);
        }
    }

    private static JsonElement? File(FieldDefinition field, PageField shown, PostedForm form)
    {
        if (form.Files.TryGetValue(FieldNames.Of(field.Id), out var sent) && sent.Value is { } file)
            return new FileAnswer(file.Id, file.Name, file.Size).ToJson();
        return form[FieldNames.RemoveBox(field.Id)].Length > 0 ? null : shown.Value is { } before && FileAnswer.Read(before) is not null ? before : null;
    }

    // A number that is too large was understood, and the check has more to say of it than that it is none.
    private static JsonElement Kept(FieldDefinition field, string text) =>
        field.Type is FieldType.Money or FieldType.Number && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? AnswerJson.Of(number)
            : AnswerJson.Of(text);
}
