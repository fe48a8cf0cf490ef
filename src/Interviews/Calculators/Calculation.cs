using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Calculators;

/// <summary>What came of it, with every step.</summary>
public sealed record Calculation
{
    /// <summary>The steps in their order.</summary>
    public required IReadOnlyList<CalculationLine> Lines { get; init; }

    /// <summary>The result in a few words, as in 一共 17500 元; null when a value is missing without which there is none.</summary>
    public string? Result { get; init; }

    /// <summary>The same in yuan; null when the result is no sum.</summary>
    public decimal? Total { get; init; }

    /// <summary>What else the citizen should know, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Values that were needed and that nobody has entered; never invented.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Services that lead on from here, by id, the best first.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>The articles of all steps, each once.</summary>
    public IReadOnlyList<LegalBasis> Basis => [.. Lines.SelectMany(line => line.Basis).Distinct()];
}

/// <summary>A step.</summary>
/// <param name="Label">What it is, as in 一次性伤残补助金.</param>
/// <param name="Working">How it comes about, as in 5000 元 × 7 个月 = 35000 元.</param>
/// <param name="Amount">Yuan; null when the step is no sum, or cannot be worked out.</param>
/// <param name="Basis">The articles behind it.</param>
public sealed record CalculationLine(string Label, string Working, decimal? Amount, IReadOnlyList<LegalBasis> Basis);
