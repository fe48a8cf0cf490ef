using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Appointments;

/// <summary>A time that can be booked.</summary>
/// <param name="Id">Opaque; what a hold or a booking takes. The same on every server.</param>
/// <param name="Office">Id of the office.</param>
/// <param name="Way">How one meets.</param>
/// <param name="Start">Beginning, on Beijing's clock.</param>
/// <param name="End">End; what is kept free after it is not counted.</param>
/// <param name="Free">How many can still be booked at this time.</param>
public sealed record Slot(string Id, string Office, MeetingWay Way, DateTimeOffset Start, DateTimeOffset End, int Free);
