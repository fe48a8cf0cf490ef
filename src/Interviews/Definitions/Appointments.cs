using LegalService.Interviews.Conditions;

namespace LegalService.Interviews.Definitions;

/// <summary>How appointments of a service are made.</summary>
public sealed record AppointmentRule
{
    /// <summary>The kind of diary it is booked in, as in <c>remote-notary</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The ways to meet, the usual one first.</summary>
    public required IReadOnlyList<AppointmentWay> Ways { get; init; }

    /// <summary>Whether a request must have been sent first.</summary>
    public required bool NeedsRequest { get; init; }

    /// <summary>How long, in minutes.</summary>
    public required int Minutes { get; init; }
}

/// <summary>A way to meet.</summary>
/// <param name="Way">Which.</param>
/// <param name="When">For which requests. Null: all.</param>
/// <param name="Reason">Why only then, for the citizen; null when <paramref name="When"/> is.</param>
/// <param name="Basis">Where the law says so.</param>
public sealed record AppointmentWay(MeetingWay Way, Condition? When, string? Reason, IReadOnlyList<LegalBasis> Basis);

/// <summary>How two people meet.</summary>
public enum MeetingWay
{
    /// <summary>At the office.</summary>
    InPerson,

    /// <summary>By phone.</summary>
    Phone,

    /// <summary>By video.</summary>
    Video,
}

/// <summary>Something on paper, or a letter.</summary>
public sealed record DocumentRule
{
    /// <summary>Stable within the service.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Name { get; init; }

    /// <summary>The event with which it is made, one of <see cref="CaseEvents.All"/>.</summary>
    public required string On { get; init; }

    /// <summary>What it says, and what the citizen can do with it.</summary>
    public required string Says { get; init; }

    /// <summary>The articles that ask for it.</summary>
    public IReadOnlyList<LegalBasis> Basis { get; init; } = [];
}

/// <summary>What can happen to a request. Rules name these; Casework makes them happen.</summary>
public static class CaseEvents
{
    /// <summary>It came in.</summary>
    public const string Received = "received";

    /// <summary>The citizen was asked, once, for everything that is missing.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>What was missing came in.</summary>
    public const string Supplemented = "supplemented";

    /// <summary>Granted, or taken on.</summary>
    public const string Accepted = "accepted";

    /// <summary>Refused by a clerk, in writing, with reasons.</summary>
    public const string Refused = "refused";

    /// <summary>A lawyer, notary or other person was named.</summary>
    public const string Assigned = "assigned";

    /// <summary>Help began before the papers were complete.</summary>
    public const string StartedEarly = "startedEarly";

    /// <summary>Something outside stopped the work: verification elsewhere, force majeure.</summary>
    public const string Suspended = "suspended";

    /// <summary>The work goes on.</summary>
    public const string Resumed = "resumed";

    /// <summary>Passed on to the office that is responsible.</summary>
    public const string Transferred = "transferred";

    /// <summary>Handed to another office of the county, which has to take it over.</summary>
    public const string Referred = "referred";

    /// <summary>That office took it over.</summary>
    public const string TakenOver = "takenOver";

    /// <summary>That office gave it back to the one it came from.</summary>
    public const string Returned = "returned";

    /// <summary>The citizen objects to a decision.</summary>
    public const string Objected = "objected";

    /// <summary>The objection was decided.</summary>
    public const string ObjectionDecided = "objectionDecided";

    /// <summary>An appointment was made.</summary>
    public const string Booked = "booked";

    /// <summary>It is over.</summary>
    public const string Done = "done";

    /// <summary>Taken back, or counted as taken back.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Received, Incomplete, Supplemented, Accepted, Refused, Assigned, StartedEarly, Suspended, Resumed, Transferred, Referred, TakenOver, Returned, Objected,
        ObjectionDecided, Booked, Done, Withdrawn,
    ];
}
