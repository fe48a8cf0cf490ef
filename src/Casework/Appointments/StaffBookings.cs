using LegalService.Casework.Audit;
using LegalService.Casework.Numbers;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Appointments;

/// <summary>What a clerk books for a citizen.</summary>
/// <param name="Office">Id of the office.</param>
/// <param name="Service">Id of the service.</param>
/// <param name="Way">How to meet.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Name">Who comes.</param>
/// <param name="Phone">Where he or she can be reached.</param>
/// <param name="Notify">Whether he or she wants to be reminded by message.</param>
/// <param name="RequestNumber">The request it is for; null when there is none. The clerk has seen that it is his or hers.</param>
/// <param name="Resource">The person or room it must be with; null when any will do.</param>
public sealed record CounterBooking(
    string Office,
    string Service,
    MeetingWay Way,
    DateTimeOffset Start,
    string Name,
    string Phone,
    bool Notify,
    string? RequestNumber = null,
    string? Resource = null);

/// <summary>Books and moves as clerks may: without notice, also in the time that is kept for walk-ins, with one lawyer and no other. Thread safe.</summary>
internal sealed class StaffBookings(CaseworkStore store, PlaceTaking taking, AppointmentWriter writer, OwnAppointment own, AuditTrail audit)
{
    public async Task<Result<Booked>> BookByStaffAsync(CounterBooking booking, Actor clerk, CancellationToken cancellation)
    {
        var contact = ContactBox.Read(booking.Name, booking.Phone);
        if (!contact.Succeeded)
            return contact.Failure;
        var number = booking.RequestNumber is { } typed ? CaseNumber.Normalise(typed) : null;
        if (booking.RequestNumber is not null && number is null)
            return new Failure("request.number", "办件编号不对，请照回执上的写");
        var request = number is null ? null : new NamedRequest(number, IsProven: true);
        return await store.ChangeAsync(
            async (context, token) =>
            {
                var id = Guid.CreateVersion7();
                var taken = await taking.TakeByStaffAsync(context, new(booking.Office, booking.Service, booking.Way, booking.Start), booking.Resource, id, token);
                return taken.Succeeded
                    ? await writer.BookAsync(context, id, taken.Value, contact.Value, request, booking.Notify, token, clerk)
                    : (Result<Booked>)taken.Failure;
            },
            cancellation);
    }

    public async Task<Failure?> MoveByStaffAsync(
        CaseworkContext context, Appointment appointment, DateTimeOffset start, string? resource, Actor clerk, CancellationToken cancellation)
    {
        var freed = new SlotKey(appointment.Office, appointment.Service, appointment.Way, appointment.Start);
        // Its own cells go first, so that it can move by half its length; a failure rolls them back.
        await Occupancy.FreeAsync(context, appointment.Id, null, cancellation);
        var taken = await taking.TakeByStaffAsync(context, freed with { Start = start }, resource, appointment.Id, cancellation);
        if (!taken.Succeeded)
            return taken.Failure;
        if (start != appointment.Start)
            await own.FinishMoveAsync(context, appointment, taken.Value, freed, clerk, cancellation);
        else
            audit.Record(context, clerk, "appointment.reseated", $"appointment/{appointment.Number}", resource);
        return null;
    }

    public Task CancelAsync(CaseworkContext context, Appointment appointment, Actor actor, string? reason, CancellationToken cancellation) =>
        own.CancelAsync(context, appointment, actor, reason, cancellation);

    public Result<VideoRoom> RoomOf(Appointment appointment) => own.RoomOf(appointment);
}
