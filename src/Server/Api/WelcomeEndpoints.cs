using LegalService.Contracts;
using LegalService.Knowledge.Hosting;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>What a screen shows before the first question.</summary>
internal static class WelcomeEndpoints
{
    public static void MapWelcome(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v1/welcome", Read)
        .WithName("welcome")
        .WithTags("answers")
        .WithSummary("Suggested questions, hotlines, and the line that says what the answers are")
        .Refuses("knowledge.loading")
        .RequireRateLimiting(RateLimits.Reads);

    private static Results<Ok<WelcomeResponse>, ProblemHttpResult> Read(KnowledgeBase knowledge)
    {
        if (knowledge.Current?.Index.Corpus.Answers is not { } texts)
            return ApiProblem.KnowledgeLoading.AsResult();
        return TypedResults.Ok(new WelcomeResponse(
            texts.Outcomes.Disclaimer,
            texts.Outcomes.Suggestions,
            [.. texts.Hotlines.Select(hotline => new HotlineResponse(hotline.Number, hotline.Name, hotline.When))]));
    }
}
