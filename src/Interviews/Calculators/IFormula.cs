using LegalService.Interviews.Calculators.Values;

namespace LegalService.Interviews.Calculators;

/// <summary>The sums of one calculator, as the law sets them. Pure; safe for any number of threads.</summary>
internal interface IFormula
{
    /// <summary>The calculator's id.</summary>
    string Id { get; }

    /// <summary>The questions it takes; the file must ask all of them, with these ids.</summary>
    IReadOnlyList<string> Needs { get; }

    /// <summary>Works it out.</summary>
    /// <param name="given">The answers that apply, checked.</param>
    /// <param name="values">What changes from year to year.</param>
    Calculation Run(Given given, DatedValues values);
}
