namespace LegalService.Contracts;

/// <summary>A time that can be booked.</summary>
/// <param name="Id">Opaque; what a hold or a booking takes.</param>
/// <param name="Office">Id of the office, as in <c>GET /api/v1/places</c>.</param>
/// <param name="Kind"><c>inPerson</c>, <c>phone</c> or <c>video</c>.</param>
/// <param name="Start">Beginning.</param>
/// <param name="End">End.</param>
/// <param name="Free">How many can still be booked at this time.</param>
public sealed record SlotResponse(string Id, string Office, string Kind, DateTimeOffset Start, DateTimeOffset End, int Free);

/// <summary>Body of <c>POST /api/v1/holds</c>.</summary>
/// <param name="SlotId">Id of the slot.</param>
public sealed record HoldRequest(string SlotId);

/// <summary>A place kept for a few minutes.</summary>
/// <param name="Id">What a booking takes.</param>
/// <param name="ExpiresAt">From then on others may book it.</param>
public sealed record HoldResponse(string Id, DateTimeOffset ExpiresAt);

/// <summary>Body of <c>POST /api/v1/appointments</c>. Exactly one of hold and slot is given.</summary>
/// <param name="Name">Who comes.</param>
/// <param name="Phone">Where he or she can be reached.</param>
/// <param name="HoldId">A hold that has not expired.</param>
/// <param name="SlotId">A slot, booked without a hold.</param>
/// <param name="RequestNumber">The request it is for; null when there is none.</param>
/// <param name="Notify">True when the citizen wants to be reminded by message.</param>
/// <param name="RequestCode">The request's pickup code; null: the phone number must be one that the request was sent with.</param>
public sealed record BookingRequest(
    string Name, string Phone, string? HoldId = null, string? SlotId = null, string? RequestNumber = null, bool Notify = false, string? RequestCode = null);

/// <summary>An appointment.</summary>
/// <param name="Id">Id for further calls.</param>
/// <param name="Number">What it is called at the desk.</param>
/// <param name="Code">Pickup code: who has it may reschedule and cancel.</param>
/// <param name="Start">Beginning.</param>
/// <param name="End">End.</param>
/// <param name="Office">Id of the office.</param>
/// <param name="Kind"><c>inPerson</c>, <c>phone</c> or <c>video</c>.</param>
/// <param name="Ics">Text of a calendar file (RFC 5545).</param>
public sealed record AppointmentResponse(
    string Id, string Number, string Code, DateTimeOffset Start, DateTimeOffset End, string Office, string Kind, string Ics);

/// <summary>The way into a video room.</summary>
/// <param name="Url">Where to go; cannot be guessed.</param>
/// <param name="ClosesAt">Until when it is open.</param>
public sealed record VideoRoomResponse(string Url, DateTimeOffset ClosesAt);

/// <summary>Body of <c>POST /api/v1/appointments/{id}/reschedule</c>.</summary>
/// <param name="Code">Pickup code of the appointment.</param>
/// <param name="SlotId">The new time. When it is taken, the old one is kept.</param>
public sealed record RescheduleRequest(string Code, string SlotId);

/// <summary>Body of <c>POST /api/v1/appointments/{id}/cancel</c>.</summary>
/// <param name="Code">Pickup code of the appointment.</param>
/// <param name="Reason">Why; null when the citizen does not say.</param>
public sealed record CancellationRequest(string Code, string? Reason = null);

/// <summary>An appointment that will not take place.</summary>
/// <param name="Id">Id of the appointment.</param>
/// <param name="Number">Its number.</param>
/// <param name="State"><c>cancelled</c>.</param>
public sealed record CancellationResponse(string Id, string Number, string State);
