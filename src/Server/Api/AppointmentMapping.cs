using LegalService.Casework.Appointments;
using LegalService.Contracts;

namespace LegalService.Server.Api;

/// <summary>From appointments to the records of the API.</summary>
internal static class AppointmentMapping
{
    public static SlotResponse ToResponse(this Slot slot) => new(slot.Id, slot.Office, slot.Way.Name(), slot.Start, slot.End, slot.Free);

    public static AppointmentResponse ToResponse(this Booked booked) => new(
        booked.Id.ToString("N"), booked.Number, booked.Code, booked.Start, booked.End, booked.Office, booked.Way.Name(), booked.Ics);

    public static QueueTicketResponse ToResponse(this QueueTicket ticket) =>
        new(ticket.Id.ToString("N"), ticket.Number, ticket.State.Name(), ticket.Ahead, ticket.EstimatedStart);
}
