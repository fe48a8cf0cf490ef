using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Kiosk.Devices.IdCards;

namespace LegalService.Kiosk.Screens.Forms;

/// <summary>Which questions of a form a card answers: those about the applicant, as far as what stands on it is an answer to them.</summary>
internal static class CardAnswers
{
    /// <summary>The answers, by field.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Of(IForm form, IdCard card, DateOnly today)
    {
        var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in form.Interview.Fields)
        {
            if (Words(field.Role, card) is { } words && FieldParser.Parse(field, words, today).Value is { } answer)
                answers[field.Id] = answer;
        }
        return answers;
    }

    private static string? Words(FieldRole? role, IdCard card) => role switch
    {
        FieldRole.ApplicantName => card.Name,
        FieldRole.ApplicantId => card.Number.Value,
        FieldRole.ApplicantAddress => card.Address,
        _ => null,
    };
}
