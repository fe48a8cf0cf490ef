using LegalService.Casework.Calendar;
using LegalService.Interviews.Calculators;
using LegalService.Interviews.Languages;
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

    private static IResult Begin(string id, CalculatorCatalog catalog, FormTranslator language, TimeProvider time) => catalog.Find(id) is { } calculator
        ? Show(calculator, language.Of(calculator.Definition), FormStand.At(language.Of(calculator.Definition), Answers.Empty, BeijingTime.Today(time)), BeijingTime.Today(time))
        : CitizenPage.NotFound();

    private static async Task<IResult> StepAsync(string id, HttpRequest request, CalculatorCatalog catalog, FormTranslator language, TimeProvider time, CancellationToken cancellation)
    {
        if (catalog.Find(id) is not { } calculator)
            return CitizenPage.NotFound();
        var (form, today) = (language.Of(calculator.Definition), BeijingTime.Today(time));
        return await PostedForm.ReadAsync(request, attachments: null, cancellation) is { } posted
            ? Show(calculator, form, FormStand.After(form, posted, today), today)
            : CitizenPage.Unreadable();
    }

    private static IResult Show(Calculator calculator, CalculatorDefinition form, FormStand stand, DateOnly today) => stand.Page is null && calculator.Run(stand.Answers, today) is { } result
        ? CitizenPage.Of<ResultPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ResultPage.Calculator)] = form,
            [nameof(ResultPage.Stand)] = stand,
            [nameof(ResultPage.Result)] = result,
        })
        : CitizenPage.Of<CalculatorPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(CalculatorPage.Calculator)] = form,
            [nameof(CalculatorPage.Stand)] = stand.Page is null ? stand with { Page = stand.Pages[0] } : stand,
        });
}
