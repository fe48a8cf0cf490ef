using System.Globalization;
using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Calculators;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>What a calculator came to, as soon as its last question is answered: the result first, then each step with its articles. Thread safe.</summary>
internal sealed class CalculationTold(CalculatorCatalog calculators, DialogTexts texts)
{
    /// <summary>What is said; null when the form is no calculator, or has questions left.</summary>
    public IReadOnlyList<Activity>? Of(Form form) =>
        form.Definition is CalculatorDefinition definition && calculators.Find(definition.Id)?.Run(form.State.Answers, form.Today) is { } calculation
            ? [Told(definition, calculation)]
            : null;

    private Activity Told(CalculatorDefinition definition, Calculation calculation)
    {
        string?[] lines =
        [
            calculation.Result ?? texts.Say(Line.NoSum),
            .. calculation.Missing.Select(missing => texts.Say(Line.MissingValue, ("value", missing))),
            texts.Say(Line.Steps),
            .. calculation.Lines.Select((line, place) => Step(line, place + 1)),
            .. calculation.Notes.Select(note => "· " + note),
            definition.Caveat,
            texts.Say(Line.SumAgain, ("service", definition.Name)),
        ];
        return DialogActivity.Of(DialogActivity.Lines(lines), new { kind = "calculation", service = definition.Name, result = calculation.Result, total = calculation.Total }, texts.Button(Press.Person));
    }

    private static string Step(CalculationLine line, int number)
    {
        var amount = line.Amount is { } yuan ? string.Create(CultureInfo.InvariantCulture, $"，{yuan:0.##} 元") : "";
        var basis = line.Basis.Count == 0 ? "" : $"（{string.Join('、', line.Basis)}）";
        return string.Create(CultureInfo.InvariantCulture, $"{number}. {line.Label}{amount}：{line.Working}{basis}");
    }
}
