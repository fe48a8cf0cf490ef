namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/waiting-list</c>: to be offered a place when one becomes free.</summary>
/// <param name="Service">Id of the service.</param>
/// <param name="From">First day that suits, in Beijing.</param>
/// <param name="To">Last day that suits.</param>
/// <param name="Name">Who comes.</param>
/// <param name="Phone">Where the offer is sent.</param>
/// <param name="Office">Id of the office; null for any.</param>
/// <param name="RequestNumber">The request it is for; null when there is none.</param>
public sealed record WaitingRequest(
    string Service, DateOnly From, DateOnly To, string Name, string Phone, string? Office = null, string? RequestNumber = null);

/// <summary>A place on the waiting list.</summary>
/// <param name="Id">Id for further calls.</param>
/// <param name="Code">Pickup code: who has it may leave the list.</param>
/// <param name="Ahead">How many wait before.</param>
public sealed record WaitingResponse(string Id, string Code, int Ahead);

/// <summary>Body of <c>POST /api/v1/waiting-list/{id}/leave</c>.</summary>
/// <param name="Code">Pickup code.</param>
public sealed record LeaveRequest(string Code);

/// <summary>Body of <c>POST /api/v1/queue</c>: a number for today at the office, without an appointment.</summary>
/// <param name="Office">Id of the office.</param>
/// <param name="Service">Id of the service.</param>
/// <param name="Phone">Where to say that the turn comes near; null for no message.</param>
public sealed record QueueRequest(string Office, string Service, string? Phone = null);

/// <summary>A number of today's queue.</summary>
/// <param name="Id">Id for further calls.</param>
/// <param name="Number">What is called out.</param>
/// <param name="Ahead">How many are before it.</param>
/// <param name="EstimatedStart">When its turn may come; null when today's capacity is used up.</param>
public sealed record QueueTicketResponse(string Id, string Number, int Ahead, DateTimeOffset? EstimatedStart);

/// <summary>Answer of <c>GET /api/v1/queue</c>: the queue of an office today.</summary>
/// <param name="Office">Id of the office.</param>
/// <param name="Serving">Numbers being served, the last called first.</param>
/// <param name="Waiting">How many wait.</param>
public sealed record QueueResponse(string Office, IReadOnlyList<string> Serving, int Waiting);
