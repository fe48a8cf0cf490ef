using LegalService.Interviews.Walking;

namespace LegalService.Casework.Dispatches;

/// <summary>An order, for a clerk.</summary>
/// <param name="Number">Of the request.</param>
/// <param name="ServiceName">Its service.</param>
/// <param name="Volunteer">Id of who was asked.</param>
/// <param name="Name">The same by name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OfferedAt">On Beijing's clock.</param>
/// <param name="AnswerBy">By when it had to be answered, on Beijing's clock.</param>
/// <param name="Reason">Why it was declined; null otherwise.</param>
public sealed record OrderLine(
    string Number, string ServiceName, string Volunteer, string Name, DispatchState State, DateTimeOffset OfferedAt, DateTimeOffset AnswerBy, string? Reason);

/// <summary>A request that waits to be given out.</summary>
/// <param name="Number">As on the slip.</param>
/// <param name="ServiceName">Its service.</param>
/// <param name="ReceivedAt">On Beijing's clock.</param>
/// <param name="Asked">How many volunteers were asked in vain.</param>
public sealed record WaitingOrder(string Number, string ServiceName, DateTimeOffset ReceivedAt, int Asked);

/// <summary>How many orders a volunteer has and had.</summary>
/// <param name="Open">Offered or taken.</param>
/// <param name="Done">Carried out.</param>
/// <param name="NotTaken">Declined, or not answered in time.</param>
public sealed record OrderCounts(int Open, int Done, int NotTaken);

/// <summary>An order as the volunteer sees it.</summary>
/// <param name="Number">Of the request.</param>
/// <param name="ServiceName">Its service.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AnswerBy">By when it is to be answered, on Beijing's clock.</param>
/// <param name="Lines">What the citizen asks for; names, numbers and whatever else is personal are masked until the order is taken.</param>
/// <param name="Reasons">Why it may be declined, to choose from.</param>
public sealed record Order(string Number, string ServiceName, DispatchState State, DateTimeOffset AnswerBy, IReadOnlyList<ReviewLine> Lines, IReadOnlyList<string> Reasons);
