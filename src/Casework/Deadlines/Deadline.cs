using LegalService.Casework.Calendar;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Deadlines;

/// <summary>Something that happened to a request.</summary>
/// <param name="Name">One of <see cref="CaseEvents.All"/>, or a name of Casework's own that rules do not know.</param>
/// <param name="At">When.</param>
public sealed record CaseEvent(string Name, DateTimeOffset At);

/// <summary>A time limit of a request, counted.</summary>
public sealed record Deadline
{
    /// <summary>The rule, stable within the service.</summary>
    public required string Rule { get; init; }

    /// <summary>From 1: a limit that starts again is another one.</summary>
    public required int Occurrence { get; init; }

    /// <summary>What must be done by then.</summary>
    public required string Name { get; init; }

    /// <summary>Who must keep it.</summary>
    public required DeadlineParty Party { get; init; }

    /// <summary>The articles behind it.</summary>
    public required IReadOnlyList<LegalBasis> Basis { get; init; }

    /// <summary>The event that started it.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>
    /// The last second in which it is kept: for limits in days 23:59:59 of the last day in Beijing (民法典第二百零三条). While it is suspended: what it would
    /// be if it went on now.
    /// </summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>From when on it is near.</summary>
    public required DateTimeOffset AmberFrom { get; init; }

    /// <summary>From when on there is only its last day, or its last hour, left.</summary>
    public required DateTimeOffset RedFrom { get; init; }

    /// <summary>When what it asks for was done; null: not yet, or it fell away.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the request was over before it came to that.</summary>
    public bool IsDropped { get; init; }

    /// <summary>Whether its time does not run at the moment.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>How it stands at a moment.</summary>
    public DeadlineState StateAt(DateTimeOffset now)
    {
        if (EndedAt is { } ended)
            return IsAfterDue(ended) ? DeadlineState.MetLate : DeadlineState.Met;
        if (IsDropped)
            return DeadlineState.Dropped;
        if (IsSuspended)
            return DeadlineState.Suspended;
        if (IsAfterDue(now))
            return DeadlineState.Late;
        if (now >= RedFrom)
            return DeadlineState.Red;
        return now >= AmberFrom ? DeadlineState.Amber : DeadlineState.Green;
    }

    // The last second belongs to it to its end.
    private bool IsAfterDue(DateTimeOffset moment) => moment >= Due.AddSeconds(1);

    internal static DateTimeOffset EndOf(DateOnly day) => BeijingTime.At(day, new TimeOnly(23, 59, 59));
}

/// <summary>How a deadline stands.</summary>
public enum DeadlineState
{
    /// <summary>There is time.</summary>
    Green,

    /// <summary>It is near.</summary>
    Amber,

    /// <summary>Its last day, or its last hour.</summary>
    Red,

    /// <summary>It has passed.</summary>
    Late,

    /// <summary>Kept.</summary>
    Met,

    /// <summary>Done, but too late.</summary>
    MetLate,

    /// <summary>Its time does not run.</summary>
    Suspended,

    /// <summary>The request was over before.</summary>
    Dropped,
}
