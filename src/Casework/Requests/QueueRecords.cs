using LegalService.Casework.Triage;

namespace LegalService.Casework.Requests;

/// <summary>Which requests are listed.</summary>
public sealed record QueueFilter
{
    /// <summary>States in which somebody still has something to do.</summary>
    public static IReadOnlyList<RequestState> Open => RequestMachine.OpenStates;

    /// <summary>Only these; empty: all.</summary>
    public IReadOnlyList<RequestState> States { get; init; } = [];

    /// <summary>Only of this service; null: all.</summary>
    public string? Service { get; init; }

    /// <summary>Only of this office; null: all.</summary>
    public string? Office { get; init; }

    /// <summary>Only those this one helps with; null: all.</summary>
    public string? Assignee { get; init; }

    /// <summary>Only those this clerk looks after, by user name; null: all.</summary>
    public string? Clerk { get; init; }

    /// <summary>Only those nobody looks after.</summary>
    public bool IsUnattended { get; init; }

    /// <summary>Only those whose next deadline ends before; null: all.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Whether all that is listed is over: then it is sorted by its end.</summary>
    internal bool IsClosedOnly => States.Count > 0 && States.All(RequestMachine.IsClosed);

    /// <summary>Whether all that is listed is open: then it is sorted by urgency.</summary>
    internal bool IsOpenOnly => States.Count > 0 && !States.Any(RequestMachine.IsClosed);

    /// <summary>Lines to leave out at the beginning.</summary>
    public int Skip { get; init; }

    /// <summary>Lines; at most <see cref="RequestList.MaxPage"/>.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>A page of the queue.</summary>
/// <param name="Total">Lines of all pages; of requests that are over at most one more than <see cref="RequestList.MostCounted"/>.</param>
/// <param name="Lines">This page.</param>
public sealed record QueuePage(int Total, IReadOnlyList<QueueLine> Lines);

/// <summary>How much there is.</summary>
/// <param name="States">Open requests by state; a state without any is left out.</param>
/// <param name="Late">Requests for which the centre is late.</param>
public sealed record QueueCounts(IReadOnlyDictionary<RequestState, int> States, int Late);

/// <summary>A request in the queue.</summary>
public sealed record QueueLine
{
    /// <summary>As on the slip.</summary>
    public required string Number { get; init; }

    /// <summary>The id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Its name; the id when it is no longer offered.</summary>
    public required string ServiceName { get; init; }

    /// <summary>What it is about; null when the service does not ask.</summary>
    public string? MatterLabel { get; init; }

    /// <summary>The first character of the applicant's name and two stars; null when it is not known.</summary>
    public string? Person { get; init; }

    /// <summary>Where it stands.</summary>
    public required RequestState State { get; init; }

    /// <summary>To be named with the next act.</summary>
    public required int Version { get; init; }

    /// <summary>Where it was sent from.</summary>
    public required string Channel { get; init; }

    /// <summary>On Beijing's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>0 now, 1 today, 2 soon, 3 in its turn.</summary>
    public required int Urgency { get; init; }

    /// <summary>What triage found, with reasons.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Time limits that run or stand still, the next first.</summary>
    public required IReadOnlyList<DeadlineLine> Deadlines { get; init; }

    /// <summary>Who helps; null: nobody yet.</summary>
    public string? Assignee { get; init; }

    /// <summary>User name of the clerk who looks after it; null: nobody in particular.</summary>
    public string? Clerk { get; init; }

    /// <summary>Id of the office; null: none.</summary>
    public string? Office { get; init; }

    /// <summary>Id of the office that handed it on and waits until it is taken over; null: none does.</summary>
    public string? ReferredFrom { get; init; }

    /// <summary>Something outside stops the work.</summary>
    public required bool IsSuspended { get; init; }
}
