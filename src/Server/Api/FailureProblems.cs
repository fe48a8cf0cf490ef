using LegalService.Casework;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>Expected failures of casework as problem details: same code, same sentence, the details as members of their own.</summary>
internal static class FailureProblems
{
    /// <summary>By code, or by its last part; everything else is a bad request.</summary>
    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        ["notFound"] = StatusCodes.Status404NotFound,
        ["taken"] = StatusCodes.Status409Conflict,
        ["changed"] = StatusCodes.Status409Conflict,
        ["mismatch"] = StatusCodes.Status409Conflict,
        ["underway"] = StatusCodes.Status409Conflict,
        ["state"] = StatusCodes.Status409Conflict,
        ["expired"] = StatusCodes.Status409Conflict,
        ["tooLarge"] = StatusCodes.Status413PayloadTooLarge,
        ["locked"] = StatusCodes.Status429TooManyRequests,
        ["unavailable"] = StatusCodes.Status503ServiceUnavailable,
    };

    public static ProblemHttpResult AsResult(this Failure failure)
    {
        var extensions = new Dictionary<string, object?>(failure.Details, StringComparer.Ordinal) { ["code"] = failure.Code };
        return TypedResults.Problem(failure.Message, statusCode: Status(failure.Code), extensions: extensions);
    }

    private static int Status(string code) => Statuses.GetValueOrDefault(code[(code.LastIndexOf('.') + 1)..], StatusCodes.Status400BadRequest);
}
