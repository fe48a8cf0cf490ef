using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Appointments;

/// <summary>A place kept for a few minutes.</summary>
/// <param name="Id">What a booking takes.</param>
/// <param name="ExpiresAt">From then on others may book it.</param>
public sealed record HoldTaken(Guid Id, DateTimeOffset ExpiresAt);

/// <summary>What a citizen sends to book. Exactly one of hold and slot is given.</summary>
/// <param name="Name">Who comes.</param>
/// <param name="Phone">Where he or she can be reached: a mobile number, or a landline with its area code.</param>
/// <param name="HoldId">A hold that has not expired.</param>
/// <param name="SlotId">A slot, booked without a hold.</param>
/// <param name="RequestNumber">The request it is for; null when there is none.</param>
/// <param name="Notify">True when the citizen wants to be reminded by message.</param>
/// <param name="RequestCode">The request's pickup code; null: the phone number must be one that the request was sent with.</param>
public sealed record Booking(
    string Name, string Phone, Guid? HoldId = null, string? SlotId = null, string? RequestNumber = null, bool Notify = false, string? RequestCode = null);

/// <summary>An appointment that was made or moved.</summary>
/// <param name="Id">Id for further calls.</param>
/// <param name="Number">What it is called at the desk.</param>
/// <param name="Code">Pickup code: who has it may look it up, move it and cancel it.</param>
/// <param name="Start">Beginning, on Beijing's clock.</param>
/// <param name="End">End.</param>
/// <param name="Office">Id of the office.</param>
/// <param name="Way">How one meets.</param>
/// <param name="Ics">Text of a calendar file (RFC 5545).</param>
public sealed record Booked(Guid Id, string Number, string Code, DateTimeOffset Start, DateTimeOffset End, string Office, MeetingWay Way, string Ics);

/// <summary>An appointment as its owner sees it.</summary>
/// <param name="Id">Id for further calls.</param>
/// <param name="Number">What it is called at the desk.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Service">Id of the service.</param>
/// <param name="Office">Id of the office.</param>
/// <param name="Way">How one meets.</param>
/// <param name="Start">Beginning, on Beijing's clock.</param>
/// <param name="End">End.</param>
/// <param name="RequestNumber">The request it is for; null when there is none.</param>
public sealed record AppointmentView(
    Guid Id, string Number, AppointmentState State, string Service, string Office, MeetingWay Way, DateTimeOffset Start, DateTimeOffset End, string? RequestNumber);

/// <summary>The way into a video room.</summary>
/// <param name="Address">Where to go; cannot be guessed.</param>
/// <param name="ClosesAt">Until when it is open.</param>
public sealed record VideoRoom(Uri Address, DateTimeOffset ClosesAt);
