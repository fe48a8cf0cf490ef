using LegalService.Interviews.Calculators.Findings;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Calculators;

/// <summary>A calculator as its file in <c>corpus/calculators</c> describes it: what it is for and what it asks. Immutable.</summary>
public sealed record CalculatorDefinition : IForm
{
    /// <summary>The stable id, as in <c>court-fee</c>. The file has the same name, and a formula of that name does the sums.</summary>
    public required string Id { get; init; }

    /// <summary>The name a citizen knows it by.</summary>
    public required string Name { get; init; }

    /// <summary>One or two sentences: what it works out.</summary>
    public required string Summary { get; init; }

    /// <summary>Words by which a citizen may mean it in a chat.</summary>
    public required IReadOnlyList<string> Also { get; init; }

    /// <summary>The articles with whose answers it is offered in a chat.</summary>
    public required IReadOnlyList<LegalBasis> OfferedWith { get; init; }

    /// <summary>What the result does not take into account, said with every result.</summary>
    public required string Caveat { get; init; }

    /// <summary>What it finds; none when a formula works it out.</summary>
    internal IReadOnlyList<FindingRule> Findings { get; init; } = [];

    /// <inheritdoc/>
    public required InterviewDefinition Interview { get; init; }

    /// <inheritdoc/>
    public InterviewLimits Limits { get; init; } = new();

    /// <summary>Every article the file names, each once.</summary>
    public required IReadOnlyList<LegalBasis> Citations { get; init; }
}
