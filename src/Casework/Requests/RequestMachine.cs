using LegalService.Interviews.Definitions;
using static LegalService.Casework.Requests.RequestState;

namespace LegalService.Casework.Requests;

/// <summary>Which event leads from which state to which. All that is not in the table does not happen.</summary>
internal static class RequestMachine
{
    /// <summary>A clerk's remark.</summary>
    public const string Noted = "noted";

    /// <summary>The citizen corrected his data (个人信息保护法第四十六条).</summary>
    public const string Corrected = "corrected";

    /// <summary>A paper came that was not asked for, or was allowed to follow.</summary>
    public const string PaperAdded = "paperAdded";

    /// <summary>Another clerk, or another office, looks after it.</summary>
    public const string Handed = "handed";

    /// <summary>A volunteer was asked to take it on.</summary>
    public const string Dispatched = "dispatched";

    /// <summary>He or she declined, or did not answer in time.</summary>
    public const string NotTaken = "notTaken";

    /// <summary>Personal data were removed.</summary>
    public const string Erased = "erased";

    /// <summary>A letter was issued.</summary>
    public const string LetterIssued = "letterIssued";

    /// <summary>A letter was taken back.</summary>
    public const string LetterRevoked = "letterRevoked";

    /// <summary>A clerk's last step was taken back before the citizen was told of it; see <see cref="TakingBack"/>.</summary>
    public const string TakenBack = "takenBack";

    /// <summary>The document that came with it is drafted.</summary>
    public const string DocumentDrafted = "documentDrafted";

    private static readonly RequestState[] Undecided = [Received, Incomplete, Supplemented];
    private static readonly RequestState[] Open = [Received, Incomplete, Supplemented, Accepted, Assigned];

    /// <summary>One row for each state, event and result. The first event of all is <see cref="CaseEvents.Received"/>; it leads to <see cref="Received"/>.</summary>
    public static IReadOnlyList<Transition> Table { get; } =
    [
        // Asked once for everything: from no other state is there a second time (法律援助法第四十三条第二款).
        new(Received, CaseEvents.Incomplete, Incomplete),
        new(Incomplete, CaseEvents.Supplemented, Supplemented),
        .. Undecided.Select(from => new Transition(from, CaseEvents.Accepted, Accepted)),
        // One who was asked and does not answer has taken his request back; he is not refused.
        new(Received, CaseEvents.Refused, Refused),
        new(Supplemented, CaseEvents.Refused, Refused),
        new(Accepted, CaseEvents.Assigned, Assigned),
        new(Assigned, CaseEvents.Assigned, Assigned),
        new(Accepted, CaseEvents.Done, Done),
        new(Assigned, CaseEvents.Done, Done),
        new(Refused, CaseEvents.Objected, Objected),
        new(Objected, CaseEvents.ObjectionDecided, RefusalUpheld),
        new(Objected, CaseEvents.ObjectionDecided, Accepted),
        .. Open.Append(Objected).Select(from => new Transition(from, CaseEvents.Withdrawn, Withdrawn)),
        .. Undecided.Append(Accepted).Select(from => new Transition(from, CaseEvents.Transferred, Transferred)),
        .. Undecided.Select(from => new Transition(from, CaseEvents.StartedEarly, from)),
        // Papers that follow help which began early: asked for by law, so they have the same name as the answer to an asking.
        .. Open.Where(from => from != Incomplete).Select(from => new Transition(from, CaseEvents.Supplemented, from)),
        .. Open.Select(from => new Transition(from, CaseEvents.Suspended, from)),
        .. Open.Select(from => new Transition(from, CaseEvents.Resumed, from)),
        .. Open.Select(from => new Transition(from, CaseEvents.Booked, from)),
        .. Open.Append(Objected).Select(from => new Transition(from, Handed, from)),
        .. Open.Append(Objected).SelectMany(
            _ => new[] { CaseEvents.Referred, CaseEvents.TakenOver, CaseEvents.Returned }, (from, name) => new Transition(from, name, from)),
        new(Accepted, Dispatched, Accepted),
        new(Assigned, Dispatched, Assigned),
        new(Accepted, NotTaken, Accepted),
        new(Assigned, NotTaken, Assigned),
        .. Open.Append(Objected).Select(from => new Transition(from, PaperAdded, from)),
        .. Open.Select(from => new Transition(from, DocumentDrafted, from)),
        .. Open.Append(Objected).Select(from => new Transition(from, Corrected, from)),
        .. Enum.GetValues<RequestState>().SelectMany(state => new[] { Noted, LetterIssued, LetterRevoked }, (state, name) => new Transition(state, name, state)),
        .. Enum.GetValues<RequestState>().Where(IsClosed).Select(state => new Transition(state, Erased, state)),
    ];

    /// <summary>All states in which the centre, or the citizen, still has something to do.</summary>
    public static IReadOnlyList<RequestState> OpenStates { get; } = [.. Open, Objected];

    /// <summary>Whether nothing is left to decide, as far as the centre goes.</summary>
    public static bool IsClosed(RequestState state) => state is Done or Withdrawn or Transferred or Refused or RefusalUpheld;

    /// <summary>Whether the event can happen in this state.</summary>
    public static bool Allows(RequestState state, string @event) => Table.Any(row => row.From == state && row.Event == @event);

    /// <summary>The state after the event; null when it cannot happen.</summary>
    /// <param name="state">Before.</param>
    /// <param name="event">What happens.</param>
    /// <param name="to">Which of several results; null where there is only one.</param>
    public static RequestState? After(RequestState state, string @event, RequestState? to = null) =>
        Table.SingleOrDefault(row => row.From == state && row.Event == @event && (to is null || row.To == to))?.To;
}

/// <summary>A row of the table.</summary>
internal sealed record Transition(RequestState From, string Event, RequestState To);
