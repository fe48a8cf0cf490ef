using LegalService.Casework.Drafts;
using LegalService.Contracts;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LegalService.Server.Api;

/// <summary>Interviews put aside: begun here, ended elsewhere. Number and code always stand in the body.</summary>
internal static class DraftsEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/drafts").WithTags("interviews").WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestInterview));
        group.MapPost("", Save)
            .WithName("saveDraft")
            .WithSummary("Puts an interview aside that is not done")
            .Refuses("service.unknown", "draft.empty", "answers.tooMany", "answers.tooLarge")
            .RequireRateLimiting(RateLimits.Writes);

        var own = group.MapGroup("").RequireRateLimiting(RateLimits.Lookups);
        own.MapPost("save", SaveAgain)
            .WithName("saveDraftAgain")
            .WithSummary("Puts more answers in the place of those before")
            .Refuses("draft.notFound", "lookup.locked", "service.unknown", "draft.empty", "answers.tooMany", "answers.tooLarge");
        own.MapPost("open", Open)
            .WithName("openDraft")
            .WithSummary("Takes an interview up again")
            .WithDescription("Answers come back under the names of today's questions. Nothing that was typed is lost; what no longer fits is asked again.")
            .Refuses("draft.notFound", "lookup.locked", "service.unknown");
        own.MapPost("delete", Delete).WithName("deleteDraft").WithSummary("Removes a draft, as when its request was sent").Refuses("draft.notFound", "lookup.locked");
    }

    private static async Task<Results<Created<DraftResponse>, ProblemHttpResult>> Save(DraftRequest request, DraftDesk desk, CancellationToken cancellation)
    {
        var saved = await desk.SaveAsync(request.Service, request.Answers, cancellation);
        return saved.Succeeded
            ? TypedResults.Created((string?)null, new DraftResponse(saved.Value.Number, saved.Value.Code, saved.Value.KeptUntil))
            : saved.Failure.AsResult();
    }

    private static async Task<Results<Ok<DraftKeptResponse>, ProblemHttpResult>> SaveAgain(DraftSaveRequest request, DraftDesk desk, CancellationToken cancellation)
    {
        var saved = await desk.SaveAgainAsync(request.Number, request.Code, request.Answers, cancellation);
        return saved.Succeeded ? TypedResults.Ok(new DraftKeptResponse(saved.Value)) : saved.Failure.AsResult();
    }

    private static async Task<Results<Ok<DraftOpenedResponse>, ProblemHttpResult>> Open(LookupRequest request, DraftDesk desk, CancellationToken cancellation)
    {
        var opened = await desk.OpenAsync(request.Number, request.Code, cancellation);
        if (!opened.Succeeded)
            return opened.Failure.AsResult();
        var errors = opened.Value.Upgrade.Flagged.Select(error => new FieldErrorResponse(error.Field, error.Code, error.Message));
        return TypedResults.Ok(new DraftOpenedResponse(opened.Value.Service, opened.Value.Upgrade.Answers.ToMap(), [.. errors], opened.Value.KeptUntil));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(LookupRequest request, DraftDesk desk, CancellationToken cancellation)
    {
        var removed = await desk.RemoveAsync(request.Number, request.Code, cancellation);
        return removed.Succeeded ? TypedResults.NoContent() : removed.Failure.AsResult();
    }
}
