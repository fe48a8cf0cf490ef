using System.Text.Json;
using LegalService.Casework;
using LegalService.Casework.Appointments;
using LegalService.Contracts;
using LegalService.Interviews.Fields;
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
        ["guideOnly"] = StatusCodes.Status409Conflict,
        ["expired"] = StatusCodes.Status409Conflict,
        ["tooLarge"] = StatusCodes.Status413PayloadTooLarge,
        ["locked"] = StatusCodes.Status429TooManyRequests,
        ["unavailable"] = StatusCodes.Status503ServiceUnavailable,
    };

    public static ProblemHttpResult AsResult(this Failure failure)
    {
        var extensions = failure.Details.ToDictionary(detail => detail.Key, detail => ToResponse(detail.Value), StringComparer.Ordinal);
        extensions["code"] = failure.Code;
        return TypedResults.Problem(failure.Message, statusCode: Status(failure.Code), extensions: extensions);
    }

    private static object? ToResponse(object? detail) => detail switch
    {
        IEnumerable<Slot> slots => slots.Select(slot => slot.ToResponse()).ToArray(),
        IEnumerable<AnswerError> errors => errors.Select(error => new FieldErrorResponse(error.Field, error.Code, error.Message)).ToArray(),
        Enum name => JsonNamingPolicy.CamelCase.ConvertName(name.ToString()),
        _ => detail,
    };

    private static int Status(string code) => Statuses.GetValueOrDefault(code[(code.LastIndexOf('.') + 1)..], StatusCodes.Status400BadRequest);
}
