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
    /// <summary>By code, or by its last part; everything else is a bad request. Those of <see cref="ApiProblem"/> stand here for the description.</summary>
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
        ["limited"] = StatusCodes.Status429TooManyRequests,
        ["mediaType"] = StatusCodes.Status415UnsupportedMediaType,
        ["notLoaded"] = StatusCodes.Status404NotFound,
        ["loading"] = StatusCodes.Status503ServiceUnavailable,
        ["paused"] = StatusCodes.Status503ServiceUnavailable,
        ["unavailable"] = StatusCodes.Status503ServiceUnavailable,
        ["signedOut"] = StatusCodes.Status401Unauthorized,
        ["closed"] = StatusCodes.Status403Forbidden,
        ["given"] = StatusCodes.Status409Conflict,
        ["notYet"] = StatusCodes.Status409Conflict,
        ["code.tooMany"] = StatusCodes.Status429TooManyRequests,
        ["internal.error"] = StatusCodes.Status500InternalServerError,
        ["kiosk.unknown"] = StatusCodes.Status401Unauthorized,
        ["kiosk.revoked"] = StatusCodes.Status401Unauthorized,
        ["kiosk.signature"] = StatusCodes.Status401Unauthorized,
        ["kiosk.nonce"] = StatusCodes.Status401Unauthorized,
        ["kiosk.clock"] = StatusCodes.Status401Unauthorized,
        ["kiosk.token"] = StatusCodes.Status401Unauthorized,
        ["kiosk.corpusNotReady"] = StatusCodes.Status503ServiceUnavailable,
        ["kiosk.corpusGone"] = StatusCodes.Status410Gone,
        ["pickup.collected"] = StatusCodes.Status409Conflict,
        ["pickup.busy"] = StatusCodes.Status409Conflict,
        ["pickup.notReady"] = StatusCodes.Status409Conflict,
        ["pickup.notOpen"] = StatusCodes.Status409Conflict,
        ["pickup.unknown"] = StatusCodes.Status404NotFound,
        ["receipt.state"] = StatusCodes.Status400BadRequest,
        ["receipt.forbidden"] = StatusCodes.Status403Forbidden,
        ["receipt.unknown"] = StatusCodes.Status404NotFound,
        ["receipt.early"] = StatusCodes.Status409Conflict,
    };

    public static ProblemHttpResult AsResult(this Failure failure)
    {
        var extensions = failure.Details.ToDictionary(detail => detail.Key, detail => ToResponse(detail.Value), StringComparer.Ordinal);
        extensions["code"] = failure.Code;
        return TypedResults.Problem(failure.Message, statusCode: StatusOf(failure.Code), extensions: extensions);
    }

    private static object? ToResponse(object? detail) => detail switch
    {
        IEnumerable<Slot> slots => slots.Select(slot => slot.ToResponse()).ToArray(),
        IEnumerable<AnswerError> errors => errors.Select(error => new FieldErrorResponse(error.Field, error.Code, error.Message)).ToArray(),
        Enum name => JsonNamingPolicy.CamelCase.ConvertName(name.ToString()),
        _ => detail,
    };

    /// <summary>The HTTP status of a code.</summary>
    public static int StatusOf(string code) => Statuses.TryGetValue(code, out var status)
        ? status
        : Statuses.GetValueOrDefault(code[(code.LastIndexOf('.') + 1)..], StatusCodes.Status400BadRequest);
}
