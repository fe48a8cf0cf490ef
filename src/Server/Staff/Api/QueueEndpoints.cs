using LegalService.Casework.Requests;
using LegalService.Server.Staff.Access;
using LegalService.Server.Staff.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Staff.Api;

/// <summary>The queue, and finding a person. What a person is found by stands in the body, never in an address.</summary>
internal static class QueueEndpoints
{
    public static void MapQueue(this RouteGroupBuilder api)
    {
        var queue = api.MapGroup("queue").RequireAuthorization(StaffPolicies.Triage);
        queue.MapGet("", ListAsync).WithName("staffQueue").WithSummary("Requests, the most urgent first; those that are over by the time they came in")
            .WithDescription("state: open, closed or a state; whose: mine, nobody; due: late, today, soon; page: from 1, 20 lines each.");
        queue.MapGet("counts", CountAsync).WithName("staffQueueCounts").WithSummary("How many open requests are in each state, and for how many the centre is late");
        queue.MapPost("search", FindAsync).WithName("staffSearch").WithSummary("Finds requests by number, name, phone or identity number; noted in the audit trail");
    }

    private static async Task<Ok<QueueResponse>> ListAsync(
        string? state, string? service, string? office, string? whose, string? due, int? page, RequestList list, HttpContext context, TimeProvider time,
        CancellationToken cancellation)
    {
        var query = new BoardQuery(state, service, office, whose, due, page ?? 1);
        var found = await list.ListAsync(query.ToFilter(Clerk.Of(context.User)!.User, time.GetUtcNow()), cancellation);
        return TypedResults.Ok(new QueueResponse(found.Total, [.. found.Lines.Select(QueueLineResponse.Of)]));
    }

    private static async Task<Ok<QueueCountsResponse>> CountAsync(RequestList list, CancellationToken cancellation)
    {
        var counts = await list.CountAsync(cancellation);
        return TypedResults.Ok(new QueueCountsResponse(
            counts.States.ToDictionary(state => Server.Api.ApiJson.Name(state.Key), state => state.Value, StringComparer.Ordinal), counts.Late));
    }

    private static async Task<Ok<SearchResponse>> FindAsync(SearchRequest request, RequestList list, HttpContext context, CancellationToken cancellation)
    {
        var found = await new PersonSearch(list).FindAsync(request.Text, Clerk.Of(context.User)!.Actor, cancellation);
        return TypedResults.Ok(new SearchResponse(found.By, [.. found.Lines.Select(QueueLineResponse.Of)]));
    }
}
