using System.Text.Json.Serialization;

namespace LegalService.Contracts;

/// <summary>A calculator in the list.</summary>
/// <param name="Id">Stable id, such as <c>court-fee</c>.</param>
/// <param name="Name">As a citizen knows it.</param>
/// <param name="Summary">What it works out.</param>
public sealed record CalculatorSummaryResponse(string Id, string Name, string Summary);

/// <summary>Where a calculator stands.</summary>
/// <param name="Interview">Its questions, one after the other, as those of a service.</param>
/// <param name="Calculation">What came of it; null until all is answered.</param>
public sealed record CalculatorStepResponse(
    InterviewResponse Interview,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] CalculationResponse? Calculation);

/// <summary>A result with every step. It informs; it is no decision of an office.</summary>
/// <param name="Result">In a few words; null when it cannot be worked out, <paramref name="Missing"/> and <paramref name="Notes"/> say why.</param>
/// <param name="Total">The same in yuan; null when the result is no sum.</param>
/// <param name="Lines">The steps in their order.</param>
/// <param name="Notes">What else to know, a sentence each.</param>
/// <param name="Missing">Values that are needed and not known; never invented.</param>
/// <param name="Caveat">What the result does not take into account.</param>
/// <param name="NextSteps">Services that lead on from here, the best first.</param>
public sealed record CalculationResponse(
    string? Result,
    decimal? Total,
    IReadOnlyList<CalculationLineResponse> Lines,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Missing,
    string Caveat,
    IReadOnlyList<NextStepResponse> NextSteps);

/// <summary>A step.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Working">How it comes about.</param>
/// <param name="Amount">Yuan; null when the step is no sum.</param>
/// <param name="Basis">The articles behind it.</param>
public sealed record CalculationLineResponse(string Label, string Working, decimal? Amount, IReadOnlyList<BasisResponse> Basis);
