using LegalService.Casework.Feedback;
using LegalService.Server.Api;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Staff.Api;

/// <summary>Low ratings and the office's replies to them (好差评).</summary>
internal static class RatingsEndpoints
{
    public static void MapRatings(this RouteGroupBuilder api)
    {
        var ratings = api.MapGroup("ratings").RequireAuthorization(StaffPolicies.Decide);
        ratings.MapGet("", ListAsync).WithName("staffRatings").WithSummary("Low ratings: those to be replied to, the most urgent first, or those replied to; the look is in the audit trail");
        ratings.MapPost("{id:guid}/reply", ReplyAsync).WithName("staffRatingReply").WithSummary("Replies, once; the citizen is told where he is known");
    }

    private static async Task<Ok<IReadOnlyList<LowRating>>> ListAsync(bool? replied, RatingReplies desk, HttpContext context, CancellationToken cancellation)
    {
        var clerk = Clerk.Of(context.User)!;
        return TypedResults.Ok(await desk.ListAsync(clerk.Office, replied ?? false, clerk.Actor, cancellation));
    }

    private static async Task<Results<Ok<LowRating>, ProblemHttpResult>> ReplyAsync(
        Guid id, RatingReply reply, RatingReplies desk, HttpContext context, CancellationToken cancellation)
    {
        var replied = await desk.ReplyAsync(id, reply.Text ?? "", Clerk.Of(context.User)!.Actor, cancellation);
        return replied.Succeeded ? TypedResults.Ok(replied.Value) : replied.Failure.AsResult();
    }
}

/// <summary>A reply to a low rating.</summary>
/// <param name="Text">What was found and put right; at most 1,000 characters.</param>
internal sealed record RatingReply(string? Text);
