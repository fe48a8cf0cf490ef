using System.Text.Json;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>
/// Finds in what was said beyond the question an answer to the question of now. It is only offered: who is meant by a name, and whose phone it is, the
/// citizen says himself. Thread safe.
/// </summary>
internal sealed class FormHearing(DialogTexts texts)
{
    /// <summary>Of names and phones, those of the people who fill in; the other side's are asked.</summary>
    private static readonly FieldRole[] Offered =
        [FieldRole.ApplicantName, FieldRole.ApplicantPhone, FieldRole.ApplicantId, FieldRole.ApplicantAddress, FieldRole.HelperName, FieldRole.HelperPhone, FieldRole.Story, FieldRole.Matter];

    /// <summary>What people give unasked.</summary>
    private static readonly FieldType[] Given = [FieldType.Name, FieldType.Phone, FieldType.IdNumber];

    /// <summary>Whether a message holds more than an answer of a type: a name, a number, a story.</summary>
    public bool HoldsMore(string text, FieldType? asked = null) =>
        Given.Any(type => type != asked && texts.HeardIn(type, text).Any()) || (IsStory(text) && (asked is null or FieldType.Choice or FieldType.Choices or FieldType.YesNo));

    private bool IsStory(string text) => text.Length >= texts.StoryFrom && !texts.HeardIn(FieldType.IdNumber, text).Any(number => number.Length * 2 > text.Length);

    /// <summary>The answer to offer; null when there is none.</summary>
    public Suggestion? Suggest(Form form)
    {
        if (form.Field is not { } field || form.IsEditing || !(field.Type == FieldType.Money || (field.Role is { } role && Offered.Contains(role))))
            return null;
        var found =
            from text in form.State.Heard.Reverse()
            from value in In(form, text)
            let display = form.Display(field.Id, value)
            where display is not null && !form.Step.Review.Any(line => line.Display == display)
            select new Suggestion(value, display);
        return found.FirstOrDefault();
    }

    /// <summary>Answers to the question of now that a text may hold, the likeliest first.</summary>
    public IEnumerable<JsonElement> In(Form form, string text)
    {
        var field = form.Field!;
        var pieces = field.Type switch
        {
            FieldType.LongText => IsStory(text) ? [text] : [],
            FieldType.Choice => [text],
            _ => texts.HeardIn(field.Type, text),
        };
        return pieces.Select(piece => FieldParser.Parse(field, piece, form.Today, form.Question!.Options).Value).OfType<JsonElement>();
    }
}

/// <summary>An answer that was heard.</summary>
/// <param name="Value">As the API carries it.</param>
/// <param name="Display">As it is shown.</param>
internal sealed record Suggestion(JsonElement Value, string Display);
