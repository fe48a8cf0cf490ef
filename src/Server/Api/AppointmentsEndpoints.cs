using LegalService.Casework.Appointments;
using LegalService.Contracts;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LegalService.Server.Api;

/// <summary>Slots, holds and appointments. The code of an appointment stands in the body, never in an address.</summary>
internal static class AppointmentsEndpoints
{
    private const int DaysShown = 14;

    public static void MapAppointments(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").WithTags("appointments");
        group.MapGet("slots", Slots)
            .WithName("slots")
            .WithSummary("Times that can be booked")
            .WithDescription("From one day to another, both included, as 2026-11-25; a time of day is left out of account. Without days: the next two weeks.")
            .Refuses("day.invalid", "service.notBookable", "service.paused", "office.unknown", "slot.range")
            .RequireRateLimiting(RateLimits.Reads);

        var booking = group.MapGroup("").RequireRateLimiting(RateLimits.Writes);
        booking.MapPost("holds", Hold).WithName("hold").WithSummary("Keeps a slot for a few minutes").Refuses("service.paused", "slot.notOffered", "slot.taken");
        booking.MapPost("appointments", Book)
            .WithName("book")
            .WithSummary("Books a held or a free slot")
            .WithDescription("The same Idempotency-Key with the same body gives the same answer. A taken slot is 409 slot.taken with the next free ones in next.")
            .Refuses(
                "booking.slot", "name.invalid", "phone.invalid", "request.number", "appointment.needsRequest", "appointment.request", "appointment.way",
                "appointment.tooMany", "hold.expired", "service.paused", "slot.notOffered", "slot.taken", "lookup.locked", "idempotency.key", "idempotency.mismatch");

        var own = group.MapGroup("appointments/{id}").Refuses("appointment.notFound").RequireRateLimiting(RateLimits.Lookups);
        own.MapPost("reschedule", Reschedule).WithName("reschedule").WithSummary("Moves an appointment; reminders come along")
            .Refuses("appointment.over", "appointment.way", "slot.service", "service.paused", "slot.notOffered", "slot.taken");
        own.MapPost("cancel", Cancel).WithName("cancel").WithSummary("Cancels an appointment").Refuses("appointment.over");
        own.MapPost("room", Room).WithName("videoRoom").WithSummary("The way into the video room, shortly before the time")
            .Refuses("room.none", "room.notOpen", "appointment.over");
        own.MapPost("erase", Erase).WithName("eraseAppointment").WithSummary("Removes the citizen's name and phone number once it is over").Refuses("appointment.underway");
    }

    private static async Task<Results<Ok<SlotResponse[]>, ProblemHttpResult>> Slots(
        string service, string? office, string? from, string? to, AppointmentDesk desk, TimeProvider time, CancellationToken cancellation)
    {
        var today = Casework.Calendar.BeijingTime.Today(time);
        if (!Days.TryRead(from, out var first) || !Days.TryRead(to, out var last))
            return ApiProblem.Day.AsResult();
        var begin = first ?? today;
        var slots = await desk.FindSlotsAsync(new SlotQuery(service, begin, last ?? begin.AddDays(DaysShown), office), cancellation);
        return slots.Succeeded ? TypedResults.Ok(slots.Value.Select(slot => slot.ToResponse()).ToArray()) : slots.Failure.AsResult();
    }

    private static async Task<Results<Created<HoldResponse>, ProblemHttpResult>> Hold(HoldRequest request, AppointmentDesk desk, CancellationToken cancellation)
    {
        var held = await desk.HoldAsync(request.SlotId, cancellation);
        return held.Succeeded ? TypedResults.Created((string?)null, new HoldResponse(held.Value.Id.ToString("N"), held.Value.ExpiresAt)) : held.Failure.AsResult();
    }

    private static async Task<Results<Created<AppointmentResponse>, ProblemHttpResult>> Book(
        BookingRequest request, [FromHeader(Name = IdempotencyKey.Header)] string? key, AppointmentDesk desk, CancellationToken cancellation)
    {
        Guid? hold = request.HoldId is null ? null : Ids.Read(request.HoldId);
        var booking = new Booking(request.Name, request.Phone, hold, request.SlotId, request.RequestNumber, request.Notify, request.RequestCode);
        var booked = await desk.BookAsync(booking, IdempotencyKey.Or(key), cancellation);
        return booked.Succeeded ? TypedResults.Created((string?)null, booked.Value.ToResponse()) : booked.Failure.AsResult();
    }

    private static async Task<Results<Ok<AppointmentResponse>, ProblemHttpResult>> Reschedule(
        string id, RescheduleRequest request, OwnAppointment appointments, CancellationToken cancellation)
    {
        var moved = await appointments.RescheduleAsync(Ids.Read(id), request.Code, request.SlotId, cancellation);
        return moved.Succeeded ? TypedResults.Ok(moved.Value.ToResponse()) : moved.Failure.AsResult();
    }

    private static async Task<Results<Ok<CancellationResponse>, ProblemHttpResult>> Cancel(
        string id, CancellationRequest request, OwnAppointment appointments, CancellationToken cancellation)
    {
        var cancelled = await appointments.CancelAsync(Ids.Read(id), request.Code, request.Reason, cancellation);
        return cancelled.Succeeded
            ? TypedResults.Ok(new CancellationResponse(cancelled.Value.Id.ToString("N"), cancelled.Value.Number, cancelled.Value.State.Name()))
            : cancelled.Failure.AsResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Erase(
        string id, CodeRequest request, OwnAppointment appointments, CancellationToken cancellation)
    {
        var erased = await appointments.EraseAsync(Ids.Read(id), request.Code, cancellation);
        return erased.Succeeded ? TypedResults.NoContent() : erased.Failure.AsResult();
    }

    private static async Task<Results<Ok<VideoRoomResponse>, ProblemHttpResult>> Room(
        string id, CodeRequest request, OwnAppointment appointments, CancellationToken cancellation)
    {
        var room = await appointments.RoomAsync(Ids.Read(id), request.Code, cancellation);
        return room.Succeeded ? TypedResults.Ok(new VideoRoomResponse(room.Value.Address.ToString(), room.Value.ClosesAt)) : room.Failure.AsResult();
    }
}
