using System.Text.Json;
using LegalService.Interviews.Calculators;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Tests.Samples;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Tests.Calculators;

/// <summary>Runs a shipped calculator on answers written as <c>field=value, field=value</c>; "?" is "I do not know".</summary>
internal static class Worked
{
    public static CalculatorCatalog Catalog { get; } = CalculatorCatalog.Load(Path.Combine(AppContext.BaseDirectory, "calculators"), new Weekends());

    public static Calculation Run(string calculator, string answers, DateOnly? today = null)
    {
        var found = Catalog.Find(calculator)!;
        var typed = answers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('='))
            .Aggregate(Answers.Empty, (map, part) => map.With(part[0], Value(found.Definition, part[0], part[1])));
        var day = today ?? Sample.Today;
        var step = found.Next(typed, day);
        Assert.True(step.Done, $"{step.Question?.Id} {string.Join(' ', step.Errors.Select(error => error.Message))}");
        return found.Run(typed, day)!;
    }

    private static JsonElement Value(CalculatorDefinition definition, string field, string text)
    {
        var asked = definition.Interview.Field(field) ?? throw new ArgumentException($"{definition.Id} has no such question", nameof(field));
        if (text == "?")
            return AnswerJson.Unknown;
        return text is "yes" or "no" && asked.Options.Count == 0 ? AnswerJson.Of(text == "yes")
            : asked.Type is Interviews.Definitions.FieldType.Money or Interviews.Definitions.FieldType.Number ? JsonDocument.Parse(text).RootElement
            : AnswerJson.Of(text);
    }

    /// <summary>Weekends, and the National Day holiday of 2026 as the State Council set it.</summary>
    private sealed class Weekends : IWorkdays
    {
        public bool IsWorkday(DateOnly day) =>
            day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !(day >= new DateOnly(2026, 10, 1) && day <= new DateOnly(2026, 10, 7));

        public bool Knows(int year) => year <= 2026;
    }
}
