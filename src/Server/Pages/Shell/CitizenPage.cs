using LegalService.Casework;
using LegalService.Server.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LegalService.Server.Pages.Shell;

/// <summary>
/// Pages that citizens read: components that endpoints of their own render, whole, with nothing left to do in the browser. The console's pages alone find
/// themselves by <c>@page</c>.
/// </summary>
internal static class CitizenPage
{
    private static readonly Failure UnreadableForm = new("form.tooLarge", "发来的内容太大，或者中途断了。请退回上一页，再试一次。");

    /// <summary>A page as the answer of an endpoint.</summary>
    /// <param name="parameters">By the names of the page's parameters.</param>
    /// <param name="status">HTTP status.</param>
    public static IResult Of<TPage>(IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters) { StatusCode = status };

    /// <summary>A page that needs nothing.</summary>
    public static IResult Of<TPage>(int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage> { StatusCode = status };

    /// <summary>There is no such page.</summary>
    public static IResult NotFound() => Of<MissingPage>(StatusCodes.Status404NotFound);

    /// <summary>What was asked for cannot be done, and why.</summary>
    public static IResult Refused(Failure failure) => Of<RefusedPage>(
        new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(RefusedPage.Message)] = failure.Message }, FailureProblems.StatusOf(failure.Code));

    /// <summary>What was sent is no form of this site.</summary>
    public static IResult Unreadable() => Refused(UnreadableForm);
}
