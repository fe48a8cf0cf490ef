using LegalService.Casework.Calendar;
using LegalService.Interviews.Calculators;
using LegalService.Interviews.Walking;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Forms;
using LegalService.Server.Pages.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LegalService.Server.Pages.Calculators;

/// <summary>Each calculator as a form, and its result with every step and article. The server keeps nothing of it.</summary>
internal static class CalculatorPages
{
    public static void MapCalculatorPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/calculators", () => CitizenPage.Of<CalculatorList>()).RequireRateLimiting(RateLimits.Reads);
        pages.MapGet("/calculators/{id}", Begin).RequireRateLimiting(RateLimits.Reads);
        pages.MapPost("/calculators/{id}", StepAsync).WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestInterview)).RequireRateLimiting(RateLimits.Reads);
    }

    private static IResult Begin(string id, CalculatorCatalog catalog, TimeProvider time) => catalog.Find(id) is { } calculator
        ? Show(calculator, FormStand.At(calculator.Definition, Answers.Empty, BeijingTime.Today(time)), BeijingTime.Today(time))
        : CitizenPage.NotFound();

    private static async Task<IResult> StepAsync(string id, HttpRequest request, CalculatorCatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        if (catalog.Find(id) is not { } calculator)
            return CitizenPage.NotFound();
        var today = BeijingTime.Today(time);
        return await PostedForm.ReadAsync(request, attachments: null, cancellation) is { } form
            ? Show(calculator, FormStand.After(calculator.Definition, form, today), today)
            : CitizenPage.Unreadable();
    }

    private static IResult Show(Calculator calculator, FormStand stand, DateOnly today) => stand.Page is null && calculator.Run(stand.Answers, today) is { } result
        ? CitizenPage.Of<ResultPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ResultPage.Calculator)] = calculator.Definition,
            [nameof(ResultPage.Stand)] = stand,
            [nameof(ResultPage.Result)] = result,
        })
        : CitizenPage.Of<CalculatorPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(CalculatorPage.Calculator)] = calculator.Definition,
            [nameof(CalculatorPage.Stand)] = stand.Page is null ? stand with { Page = stand.Pages[0] } : stand,
        });
}
