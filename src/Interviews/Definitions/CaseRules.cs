using LegalService.Interviews.Conditions;

namespace LegalService.Interviews.Definitions;

/// <summary>A rule that sorts a request. It explains; a clerk decides.</summary>
public sealed record TriageRule
{
    /// <summary>Stable within the service.</summary>
    public required string Id { get; init; }

    /// <summary>What it judges.</summary>
    public required TriageKind Kind { get; init; }

    /// <summary>What it finds; one that belongs to <see cref="Kind"/>.</summary>
    public required TriageVerdict Verdict { get; init; }

    /// <summary>When it finds so. Looks at what was sent, as <c>Interview.Sent</c> gives it.</summary>
    public required Condition When { get; init; }

    /// <summary>The reason, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The articles behind it.</summary>
    public required IReadOnlyList<LegalBasis> Basis { get; init; }
}

/// <summary>What a rule judges.</summary>
public enum TriageKind
{
    /// <summary>How soon it must be looked at.</summary>
    Urgency,

    /// <summary>Whether the service is for him.</summary>
    Eligibility,

    /// <summary>Whether all is there.</summary>
    Completeness,

    /// <summary>Whether this office is the right one.</summary>
    Jurisdiction,

    /// <summary>Something the clerk should know.</summary>
    Note,
}

/// <summary>What a rule finds. None of them refuses.</summary>
public enum TriageVerdict
{
    /// <summary>Urgency: at once, before all others.</summary>
    Now,

    /// <summary>Urgency: today.</summary>
    Today,

    /// <summary>Urgency: before the ordinary ones.</summary>
    Soon,

    /// <summary>Eligibility: the conditions are met as told.</summary>
    Meets,

    /// <summary>Eligibility: met, and means are not checked.</summary>
    MeetsWithoutCheck,

    /// <summary>Eligibility: depends on something that must be checked.</summary>
    NeedsCheck,

    /// <summary>Eligibility or jurisdiction: a person must judge.</summary>
    Unclear,

    /// <summary>Completeness: something is missing that is needed now.</summary>
    Missing,

    /// <summary>Completeness: something is missing that may follow.</summary>
    MayFollow,

    /// <summary>Jurisdiction: this office.</summary>
    Here,

    /// <summary>Jurisdiction: another office, to which it should be passed.</summary>
    Elsewhere,

    /// <summary>Note: to be known.</summary>
    Attention,
}

/// <summary>A time limit.</summary>
public sealed record DeadlineRule
{
    /// <summary>Stable within the service.</summary>
    public required string Id { get; init; }

    /// <summary>What must be done by then.</summary>
    public required string Name { get; init; }

    /// <summary>For which requests. Null: all.</summary>
    public Condition? When { get; init; }

    /// <summary>The event that starts it, one of <see cref="CaseEvents.All"/>. The day of the event does not count (民法典第二百零一条).</summary>
    public required string Starts { get; init; }

    /// <summary>The events any of which ends it.</summary>
    public required IReadOnlyList<string> Ends { get; init; }

    /// <summary>How long, in <see cref="Unit"/>; at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>What <see cref="Length"/> and <see cref="AmberBefore"/> count.</summary>
    public required DeadlineUnit Unit { get; init; }

    /// <summary>From how long before its end on it is amber, in <see cref="Unit"/>; less than <see cref="Length"/>.</summary>
    public required int AmberBefore { get; init; }

    /// <summary>Who must keep it.</summary>
    public required DeadlineParty Party { get; init; }

    /// <summary>Spans whose time does not count.</summary>
    public required IReadOnlyList<PauseRule> Pauses { get; init; }

    /// <summary>The articles behind it; empty only where <see cref="OwnRule"/> says whose rule it is.</summary>
    public required IReadOnlyList<LegalBasis> Basis { get; init; }

    /// <summary>Whose rule it is when no article sets it, in a sentence; null otherwise.</summary>
    public string? OwnRule { get; init; }
}

/// <summary>From the one event to the other the time does not count.</summary>
/// <param name="From">The event with which it stops.</param>
/// <param name="To">The event with which it goes on.</param>
public sealed record PauseRule(string From, string To);

/// <summary>What a deadline counts.</summary>
public enum DeadlineUnit
{
    /// <summary>Hours on the clock.</summary>
    Hours,

    /// <summary>All days. A last day off moves to the next working day (民法典第二百零三条).</summary>
    CalendarDays,

    /// <summary>Working days by the calendar.</summary>
    WorkingDays,

    /// <summary>Months by the calendar (民法典第二百零二条).</summary>
    Months,

    /// <summary>Years by the calendar.</summary>
    Years,
}

/// <summary>Who must keep a deadline.</summary>
public enum DeadlineParty
{
    /// <summary>The centre.</summary>
    Office,

    /// <summary>The citizen; he is reminded.</summary>
    Applicant,
}
