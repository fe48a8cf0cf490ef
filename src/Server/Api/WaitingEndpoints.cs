using LegalService.Casework.Appointments;
using LegalService.Contracts;
using LegalService.Interviews.Definitions;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LegalService.Server.Api;

/// <summary>The waiting list for a booked place, and the queue of those who come without one.</summary>
internal static class WaitingEndpoints
{
    public static void MapWaiting(this IEndpointRouteBuilder routes)
    {
        var list = routes.MapGroup("/api/v1/waiting-list").WithTags("waiting");
        list.MapPost("", Join).WithName("joinWaitingList").WithSummary("Waits for a place of a service")
            .Refuses(
                "waiting.kind", "service.notBookable", "service.paused", "office.unknown", "slot.range", "name.invalid", "phone.invalid", "request.number", "appointment.needsRequest",
                "appointment.request", "appointment.way", "waiting.already", "lookup.locked", "idempotency.key", "idempotency.mismatch")
            .RequireRateLimiting(RateLimits.Writes);
        var own = list.MapGroup("{id}").Refuses("waiting.notFound").RequireRateLimiting(RateLimits.Lookups);
        own.MapPost("status", Status).WithName("waitingStatus").WithSummary("Where one stands, and the place that is kept");
        own.MapPost("accept", Accept).WithName("acceptOffer").WithSummary("Books the place that is kept")
            .Refuses(
                "waiting.noOffer", "hold.expired", "slot.notOffered", "appointment.request", "appointment.way", "appointment.tooMany", "idempotency.key",
                "idempotency.mismatch");
        own.MapPost("leave", Leave).WithName("leaveWaitingList").WithSummary("Waits no longer");

        var queue = routes.MapGroup("/api/v1/queue").WithTags("waiting");
        queue.MapPost("", TakeNumber).WithName("takeNumber").WithSummary("Takes a number of today's queue")
            .Refuses("office.unknown", "service.paused", "queue.none", "queue.closed", "queue.full", "phone.invalid").RequireRateLimiting(RateLimits.Writes);
        queue.MapGet("", Queue).WithName("queue").WithSummary("Today's queue of an office").RequireRateLimiting(RateLimits.Reads);
        queue.MapPost("{id}/status", Ticket).WithName("ticket").WithSummary("Where a number stands").Refuses("ticket.notFound").RequireRateLimiting(RateLimits.Reads);
        queue.MapPost("{id}/leave", LeaveQueue).WithName("leaveQueue").WithSummary("Gives a number back").Refuses("ticket.notFound", "ticket.state").RequireRateLimiting(RateLimits.Writes);
    }

    private static async Task<Results<Created<WaitingResponse>, ProblemHttpResult>> Join(
        WaitingRequest request, [FromHeader(Name = IdempotencyKey.Header)] string? key, WaitingList list, CancellationToken cancellation)
    {
        var way = ApiJson.Parse<MeetingWay>(request.Kind);
        if (request.Kind is not null && way is null)
            return ApiProblem.Unknown("waiting.kind", request.Kind).AsResult();
        var joined = await list.JoinAsync(
            new Joining(request.Service, request.From, request.To, request.Name, request.Phone, request.Office, way, request.RequestNumber, request.RequestCode),
            IdempotencyKey.Or(key),
            cancellation);
        return joined.Succeeded
            ? TypedResults.Created((string?)null, new WaitingResponse(joined.Value.Id.ToString("N"), joined.Value.Code, joined.Value.Ahead))
            : joined.Failure.AsResult();
    }

    private static async Task<Results<Ok<WaitingStatusResponse>, ProblemHttpResult>> Status(string id, CodeRequest request, WaitingList list, CancellationToken cancellation)
    {
        var found = await list.FindAsync(Ids.Read(id), request.Code, cancellation);
        return found.Succeeded
            ? TypedResults.Ok(new WaitingStatusResponse(found.Value.State.Name(), found.Value.Ahead, found.Value.Offer?.ToResponse(), found.Value.OfferUntil))
            : found.Failure.AsResult();
    }

    private static async Task<Results<Created<AppointmentResponse>, ProblemHttpResult>> Accept(
        string id, CodeRequest request, [FromHeader(Name = IdempotencyKey.Header)] string? key, WaitingList list, CancellationToken cancellation)
    {
        var booked = await list.AcceptAsync(Ids.Read(id), request.Code, IdempotencyKey.Or(key), cancellation);
        return booked.Succeeded ? TypedResults.Created((string?)null, booked.Value.ToResponse()) : booked.Failure.AsResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Leave(string id, CodeRequest request, WaitingList list, CancellationToken cancellation)
    {
        var left = await list.LeaveAsync(Ids.Read(id), request.Code, cancellation);
        return left.Succeeded ? TypedResults.NoContent() : left.Failure.AsResult();
    }

    private static async Task<Results<Created<QueueTicketResponse>, ProblemHttpResult>> TakeNumber(QueueRequest request, WalkInDesk desk, CancellationToken cancellation)
    {
        var ticket = await desk.TakeAsync(request.Office, request.Service, request.Phone, cancellation);
        return ticket.Succeeded ? TypedResults.Created((string?)null, ticket.Value.ToResponse()) : ticket.Failure.AsResult();
    }

    private static async Task<Ok<QueueResponse>> Queue(string office, WalkInDesk desk, CancellationToken cancellation)
    {
        var now = await desk.TodayAsync(office, cancellation);
        return TypedResults.Ok(new QueueResponse(now.Office, now.Serving, now.Waiting));
    }

    private static async Task<Results<Ok<QueueTicketResponse>, ProblemHttpResult>> Ticket(string id, WalkInDesk desk, CancellationToken cancellation)
    {
        var ticket = await desk.FindAsync(Ids.Read(id), cancellation);
        return ticket.Succeeded ? TypedResults.Ok(ticket.Value.ToResponse()) : ticket.Failure.AsResult();
    }

    private static async Task<Results<Ok<QueueTicketResponse>, ProblemHttpResult>> LeaveQueue(string id, WalkInDesk desk, CancellationToken cancellation)
    {
        var ticket = await desk.LeaveAsync(Ids.Read(id), cancellation);
        return ticket.Succeeded ? TypedResults.Ok(ticket.Value.ToResponse()) : ticket.Failure.AsResult();
    }
}
