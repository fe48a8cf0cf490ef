using LegalService.Casework.Calendar;
using LegalService.Contracts;
using LegalService.Interviews;
using LegalService.Interviews.Calculators;
using LegalService.Interviews.Languages;
using LegalService.Interviews.Walking;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LegalService.Server.Api;

/// <summary>Sums that the law sets: compensation, fees, last days. The server keeps nothing of the answers.</summary>
internal static class CalculatorsEndpoints
{
    private static readonly ApiProblem NotFound = new("calculator.notFound", StatusCodes.Status404NotFound, "没有这个计算器。");

    public static void MapCalculators(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/calculators").WithTags("calculators").RequireRateLimiting(RateLimits.Reads);
        group.MapGet("", All).WithName("calculators").InLanguageAsked().WithSummary("Every calculator");
        group.MapPost("{id}/next", Next).WithName("nextCalculatorQuestion").InLanguageAsked().WithSummary("The next question of a calculator, or its result with every step and article")
            .Refuses("calculator.notFound")
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestInterview));
    }

    private static Ok<IReadOnlyList<CalculatorSummaryResponse>> All(CalculatorCatalog catalog, FormTranslator language) =>
        TypedResults.Ok<IReadOnlyList<CalculatorSummaryResponse>>(
            [.. catalog.Calculators.Select(item => language.Of(item.Definition)).Select(item => new CalculatorSummaryResponse(item.Id, item.Name, item.Summary))]);

    private static Results<Ok<CalculatorStepResponse>, ProblemHttpResult> Next(
        string id, InterviewRequest request, CalculatorCatalog catalog, ServiceCatalog services, FormTranslator language, TimeProvider time)
    {
        if (catalog.Find(id) is not { } calculator)
            return NotFound.AsResult();
        var (answers, today) = (Answers.From(request.Answers), BeijingTime.Today(time));
        var form = language.Of(calculator.Definition);
        return TypedResults.Ok(new CalculatorStepResponse(Interview.Next(form, answers, today).ToResponse(), calculator.Run(answers, today)?.ToResponse(form, service => language.Of(services.Find(service)!).Name)));
    }

    private static CalculationResponse ToResponse(this Calculation calculation, CalculatorDefinition definition, Func<string, string> nameOf) => new(
        calculation.Result,
        calculation.Total,
        [.. calculation.Lines.Select(line => new CalculationLineResponse(line.Label, line.Working, line.Amount, line.Basis.ToResponse()))],
        calculation.Notes,
        calculation.Missing,
        definition.Caveat,
        [.. calculation.Services.Select(service => new NextStepResponse(nameOf(service), Service: service))]);
}
