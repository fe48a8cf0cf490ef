using LegalService.Interviews.Calculators.Values;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Calculators;

/// <summary>A calculator: questions, and the sums that follow from the answers. Pure; safe for any number of threads.</summary>
public sealed class Calculator
{
    private readonly IFormula _formula;
    private readonly DatedValues _values;

    internal Calculator(CalculatorDefinition definition, IFormula formula, DatedValues values) => (Definition, _formula, _values) = (definition, formula, values);

    /// <summary>What it is for and what it asks.</summary>
    public CalculatorDefinition Definition { get; }

    /// <summary>Where the interview stands.</summary>
    public InterviewStep Next(Answers answers, DateOnly today) => Interview.Next(Definition, answers, today);

    /// <summary>Works it out.</summary>
    /// <param name="answers">All answers; see <see cref="Next"/>.</param>
    /// <param name="today">The day in Beijing.</param>
    /// <returns>The result; null while questions are open.</returns>
    public Calculation? Run(Answers answers, DateOnly today) =>
        Next(answers, today).Done ? _formula.Run(new Given(Interview.Sent(Definition, answers, today), today), _values) : null;
}
