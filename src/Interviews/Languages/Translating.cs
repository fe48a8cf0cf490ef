using LegalService.Interviews.Calculators;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Languages;

/// <summary>Says a text of a form in another language.</summary>
/// <param name="path">Where it stands in the form's file: <c>fields.matter.label</c>.</param>
/// <param name="chinese">As the file has it.</param>
internal delegate string Say(string path, string chinese);

/// <summary>
/// Goes through every text of a form that a citizen reads. What is found in Chinese and what is put in its place go the same way, so that no text can be
/// translated that is not asked for.
/// </summary>
internal static class Translating
{
    public static ServiceDefinition In(this ServiceDefinition service, Say say) => service with
    {
        Name = say("name", service.Name),
        Summary = say("summary", service.Summary),
        Guide = service.Guide.In(say),
        Interview = service.Interview.In(say),
    };

    public static CalculatorDefinition In(this CalculatorDefinition calculator, Say say) => calculator with
    {
        Name = say("name", calculator.Name),
        Summary = say("summary", calculator.Summary),
        Caveat = say("caveat", calculator.Caveat),
        Interview = calculator.Interview.In(say),
    };

    private static Guide In(this Guide guide, Say say) => guide with
    {
        For = Each(guide.For, "guide.for", say),
        Materials =
        [
            .. guide.Materials.Select(material => material with
            {
                Name = say($"guide.materials.{material.Id}.name", material.Name),
                Help = Optional($"guide.materials.{material.Id}.help", material.Help, say),
            }),
        ],
        Fee = say("guide.fee", guide.Fee),
        TimeLimit = say("guide.timeLimit", guide.TimeLimit),
        Steps = Each(guide.Steps, "guide.steps", say),
        Where = say("guide.where", guide.Where),
        How = say("guide.how", guide.How),
    };

    private static InterviewDefinition In(this InterviewDefinition interview, Say say) => new()
    {
        Pages =
        [
            .. interview.Pages.Select(page => page with
            {
                Title = say($"pages.{page.Id}.title", page.Title),
                Help = Optional($"pages.{page.Id}.help", page.Help, say),
                Fields = [.. page.Fields.Select(field => field.In(say))],
            }),
        ],
        Notices = [.. interview.Notices.Select(notice => notice with { Text = say($"notices.{notice.Id}", notice.Text) })],
    };

    private static FieldDefinition In(this FieldDefinition field, Say say)
    {
        var label = say($"fields.{field.Id}.label", field.Label);
        return field with
        {
            Label = label,
            ReviewLabel = field.ReviewLabel == field.Label ? label : say($"fields.{field.Id}.review", field.ReviewLabel),
            Help = Optional($"fields.{field.Id}.help", field.Help, say),
            UnknownLabel = Optional($"fields.{field.Id}.unknown", field.UnknownLabel, say),
            Options = [.. field.Options.Select(option => option with { Label = say($"fields.{field.Id}.options.{option.Value}", option.Label) })],
            Rules = field.Rules with
            {
                Unit = Optional($"fields.{field.Id}.unit", field.Rules.Unit, say),
                MustBeYes = Optional($"fields.{field.Id}.mustBeYes", field.Rules.MustBeYes, say),
            },
        };
    }

    private static string? Optional(string path, string? chinese, Say say) => chinese is null ? null : say(path, chinese);

    // Counted from 1, as a translator counts.
    private static IReadOnlyList<string> Each(IReadOnlyList<string> texts, string path, Say say) => [.. texts.Select((text, index) => say($"{path}.{index + 1}", text))];
}
