using System.Diagnostics;
using LegalService.Casework;
using LegalService.Casework.Switches;
using LegalService.Casework.Unanswered;
using LegalService.Contracts;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Law;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>Questions and answers.</summary>
internal static class AnswersEndpoints
{
    public static void MapAnswers(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/answers", AnswerAsync)
        .WithName("answers")
        .WithTags("answers")
        .WithSummary("Answers a legal question with the articles it rests on")
        .Refuses("question.empty", "question.tooLong", "knowledge.loading", "bot.paused")
        .RequireRateLimiting(RateLimits.Answers);

    private static async Task<Results<Ok<AnswerResponse>, ProblemHttpResult>> AnswerAsync(
        AnswerRequest request,
        KnowledgeBase knowledge,
        SwitchBoard switches,
        UnansweredQuestions unanswered,
        TimeProvider time,
        AnswerMetrics metrics,
        ILogger<AnswerMetrics> logger,
        CancellationToken cancellation)
    {
        if (Answerer.Refuse(request.Question) is { } code)
            return ApiProblem.ForQuestion(code).AsResult();
        if (knowledge.Current is not { } current)
            return ApiProblem.KnowledgeLoading.AsResult();
        // Whom to call in danger is said even when the answers are paused.
        if (switches.Find(SwitchNames.Bot) is { } off && current.Answerer.SpotDanger(request.Question!) is null)
            return new Failure("bot.paused", off.Message).AsResult();
        var start = Stopwatch.GetTimestamp();
        var today = time.Today();
        var answer = await current.Answerer.AnswerAsync(request.Question!, request.AsOf ?? today, today, cancellation);
        var elapsed = Stopwatch.GetElapsedTime(start);
        metrics.Record(answer, elapsed);
        logger.LogInformation(
            "Answered: {Outcome} from {Source}, confidence {Confidence:0.00}, {Citations} citations, {Length} characters asked, {Milliseconds:0.0} ms",
            answer.Outcome,
            answer.Source,
            answer.Confidence,
            answer.Citations.Count,
            request.Question!.Length,
            elapsed.TotalMilliseconds);
        if (answer.Outcome == AnswerOutcome.NoAnswer)
            await unanswered.NoteAsync(new OpenQuestion(UnansweredKind.NoAnswer, request.Question, "api") { Confidence = answer.Confidence }, cancellation);
        return TypedResults.Ok(answer.ToResponse(request.AsOf));
    }
}
