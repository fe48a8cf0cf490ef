using LegalService.Casework.Requests;
using LegalService.Casework.Switches;
using LegalService.Contracts;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Languages;
using LegalService.Interviews.Walking;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LegalService.Server.Api;

/// <summary>The questions of a service, one after the other. The server keeps nothing of the answers here.</summary>
internal static class InterviewsEndpoints
{
    public static void MapInterviews(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/interviews/{service}/next", Next)
        .WithName("nextQuestion")
        .InLanguageAsked()
        .WithTags("interviews")
        .WithSummary("The next question of a service for the answers so far")
        .Refuses("service.notFound", "service.guideOnly", "service.paused")
        .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestInterview))
        .RequireRateLimiting(RateLimits.Reads);

    private static Results<Ok<InterviewResponse>, ProblemHttpResult> Next(
        string service, InterviewRequest request, ServiceCatalog catalog, SwitchBoard switches, FormTranslator language, TimeProvider time)
    {
        if (catalog.Find(service) is not { } definition)
            return ServicesEndpoints.NotFound.AsResult();
        if ((definition.IsGuideOnly ? RequestIntake.GuideOnly : switches.RefuseService(service)) is { } refusal)
            return refusal.AsResult();
        return TypedResults.Ok(Interview.Next(language.Of(definition), Answers.From(request.Answers), Casework.Calendar.BeijingTime.Today(time)).ToResponse());
    }

    internal static InterviewResponse ToResponse(this InterviewStep step) => new(
        step.Question?.ToResponse(),
        [.. step.Errors.Select(error => new FieldErrorResponse(error.Field, error.Code, error.Message))],
        Math.Round(step.Progress, 3),
        [.. step.Review.Select(line => new ReviewLineResponse(line.Field, line.Label, line.Display, line.Masked))],
        step.Done,
        [.. step.Notices.Select(notice => new NoticeResponse(notice.Id, notice.Kind.Name(), notice.Text, notice.Phone, notice.Basis.ToResponse()))],
        step.Aside);

    private static QuestionResponse ToResponse(this Question question) => new(
        question.Id,
        question.Type.Name(),
        question.Label,
        question.Help,
        question.Type is FieldType.Choice or FieldType.Choices ? [.. question.Options.Select(option => new OptionResponse(option.Value, option.Label))] : null,
        question.Required,
        question.AllowUnknown,
        question.UnknownLabel,
        question.PageTitle,
        question.Rules.Unit);
}
