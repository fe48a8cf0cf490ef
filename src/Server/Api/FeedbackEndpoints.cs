using LegalService.Casework.Feedback;
using LegalService.Contracts;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LegalService.Server.Api;

/// <summary>Ratings (好差评).</summary>
internal static class FeedbackEndpoints
{
    public static void MapFeedback(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/feedback/form", Form).WithName("ratingForm").WithTags("feedback").WithSummary("How a rating is asked for")
            .RequireRateLimiting(RateLimits.Reads);
        routes.MapPost("/api/v1/feedback", Rate)
            .WithName("feedback")
            .WithTags("feedback")
            .WithSummary("Rates an answer, a request, an appointment or the service as a whole")
            .WithDescription("The same Idempotency-Key with the same body counts once. Without a key each call is a rating of its own.")
            .Refuses("feedback.kind", "feedback.rating", "feedback.subject", "feedback.reasons", "feedback.tooLong", "idempotency.key", "idempotency.mismatch")
            .RequireRateLimiting(RateLimits.Writes);
    }

    private static Ok<RatingFormResponse> Form(RatingForm form) => TypedResults.Ok(new RatingFormResponse(
        [.. form.Levels.Select(level => new RatingLevelResponse(level.Value, level.Label))],
        form.LowFrom,
        [.. form.Reasons.Select(reason => new OptionResponse(reason.Id, reason.Label))],
        form.ReplyWorkdays));

    private static async Task<Results<Created<FeedbackResponse>, ProblemHttpResult>> Rate(
        FeedbackRequest request, [FromHeader(Name = IdempotencyKey.Header)] string? key, RatingDesk desk, CancellationToken cancellation)
    {
        if (ApiJson.Parse<FeedbackKind>(request.Kind) is not { } kind)
            return ApiProblem.Unknown("feedback.kind", request.Kind).AsResult();
        var rated = await desk.RateAsync(
            new Rating(kind, request.Subject, request.Rating, request.Reasons ?? [], request.Comment), IdempotencyKey.Or(key), cancellation);
        return rated.Succeeded ? TypedResults.Created((string?)null, new FeedbackResponse(rated.Value.ToString("N"))) : rated.Failure.AsResult();
    }
}
