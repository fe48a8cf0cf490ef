using LegalService.Interviews.Conditions;

namespace LegalService.Interviews.Definitions;

/// <summary>What the reports of a centre count a request of a service as.</summary>
public sealed record FiguresRule
{
    /// <summary>The kind of work, as the reports name it, such as <c>legalAid</c>; several services may share one.</summary>
    public required string Counts { get; init; }

    /// <summary>The event with whose first time it counts, one of <see cref="CaseEvents.All"/>.</summary>
    public required string At { get; init; }

    /// <summary>Parts that are counted apart; the first whose condition holds is a request's. Empty: none.</summary>
    public required IReadOnlyList<FiguresGroup> Groups { get; init; }

    /// <summary>How it can end, the clerk chooses one; empty: the end alone is counted.</summary>
    public required IReadOnlyList<FiguresOutcome> Outcomes { get; init; }
}

/// <summary>A part that is counted apart, such as criminal cases.</summary>
/// <param name="Id">Stable; the same in every service with the same <see cref="FiguresRule.Counts"/>.</param>
/// <param name="Name">As a report names it.</param>
/// <param name="When">Which requests. Null: all that are left.</param>
public sealed record FiguresGroup(string Id, string Name, Condition? When);

/// <summary>How a request can end.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Name">As a clerk chooses it.</param>
public sealed record FiguresOutcome(string Id, string Name);
