using LegalService.Interviews.Calculators.Formulas;
using LegalService.Interviews.Conditions;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Calculators.Findings;

/// <summary>A finding of a calculator that works out no sum but which way is open: written in its file, so that it needs no formula of its own.</summary>
internal sealed record FindingRule
{
    /// <summary>Stable within the calculator.</summary>
    public required string Id { get; init; }

    /// <summary>When it holds; null: always.</summary>
    public Condition? When { get; init; }

    /// <summary>Where it stands among the others.</summary>
    public required FindingRank Rank { get; init; }

    /// <summary>What it is, in a few words: 劳动仲裁.</summary>
    public required string Door { get; init; }

    /// <summary>Why, and how long there is time.</summary>
    public required string Says { get; init; }

    /// <summary>How long there is time, counted from <see cref="LimitFrom"/>; null: nothing is counted.</summary>
    public Period? Limit { get; init; }

    /// <summary>The question whose day the time counts from; null: none is counted.</summary>
    public string? LimitFrom { get; init; }

    /// <summary>The articles behind it.</summary>
    public required IReadOnlyList<LegalBasis> Basis { get; init; }

    /// <summary>Services that lead there, by id.</summary>
    public required IReadOnlyList<string> Services { get; init; }
}

/// <summary>How a way stands to the others, the best first.</summary>
internal enum FindingRank
{
    /// <summary>To be gone first.</summary>
    First,

    /// <summary>Open as well.</summary>
    Also,

    /// <summary>Open after the first did not help.</summary>
    Later,

    /// <summary>Not open for this, though people try it.</summary>
    Not,
}
