namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/waiting-list</c>: to be offered a place when one becomes free.</summary>
/// <param name="Service">Id of the service.</param>
/// <param name="From">First day that suits, in Beijing.</param>
/// <param name="To">Last day that suits.</param>
/// <param name="Name">Who comes.</param>
/// <param name="Phone">Where the offer is sent.</param>
/// <param name="Office">Id of the office; null for any.</param>
/// <param name="Kind"><c>inPerson</c>, <c>phone</c> or <c>video</c>; null for any.</param>
/// <param name="RequestNumber">The request it is for; null when there is none.</param>
/// <param name="RequestCode">The request's pickup code; null: the phone number must be one that the request was sent with.</param>
public sealed record WaitingRequest(
    string Service,
    DateOnly From,
    DateOnly To,
    string Name,
    string Phone,
    string? Office = null,
    string? Kind = null,
    string? RequestNumber = null,
    string? RequestCode = null);

/// <summary>A place on the waiting list.</summary>
/// <param name="Id">Id for further calls.</param>
/// <param name="Code">Pickup code: who has it may leave the list.</param>
/// <param name="Ahead">How many wait before.</param>
public sealed record WaitingResponse(string Id, string Code, int Ahead);

/// <summary>Where somebody on the waiting list stands.</summary>
/// <param name="State"><c>waiting</c>, <c>offered</c>, <c>booked</c>, <c>left</c> or <c>expired</c>.</param>
/// <param name="Ahead">How many wait before.</param>
/// <param name="Offer">The place that is kept; null when none is.</param>
/// <param name="OfferUntil">Until when it is kept; null when none is.</param>
public sealed record WaitingStatusResponse(string State, int Ahead, SlotResponse? Offer, DateTimeOffset? OfferUntil);

/// <summary>The pickup code that opens an appointment or a place on the waiting list.</summary>
/// <param name="Code">Pickup code; case, blanks and hyphens do not matter.</param>
public sealed record CodeRequest(string Code);

/// <summary>Body of <c>POST /api/v1/queue</c>: a number for today at the office, without an appointment.</summary>
/// <param name="Office">Id of the office.</param>
/// <param name="Service">Id of the service.</param>
/// <param name="Phone">Where to say that the turn comes near; null for no message.</param>
public sealed record QueueRequest(string Office, string Service, string? Phone = null);

/// <summary>A number of today's queue.</summary>
/// <param name="Id">Id for further calls.</param>
/// <param name="Number">What is called out.</param>
/// <param name="State">Such as <c>waiting</c>, <c>called</c> or <c>served</c>.</param>
/// <param name="Ahead">How many are before it; 0 once it was called.</param>
/// <param name="EstimatedStart">When its turn may come; null when today's capacity is used up.</param>
public sealed record QueueTicketResponse(string Id, string Number, string State, int Ahead, DateTimeOffset? EstimatedStart);

/// <summary>Answer of <c>GET /api/v1/queue</c>: the queue of an office today.</summary>
/// <param name="Office">Id of the office.</param>
/// <param name="Serving">Numbers being served, the last called first.</param>
/// <param name="Waiting">Numbers that wait, the next first.</param>
public sealed record QueueResponse(string Office, IReadOnlyList<string> Serving, IReadOnlyList<string> Waiting);
