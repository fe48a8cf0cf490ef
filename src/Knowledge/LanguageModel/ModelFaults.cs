using System.Net;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>Names what went wrong at the endpoint.</summary>
internal static class ModelFaults
{
    /// <summary>The code in <see cref="ModelOutcomes"/> for an exception of the libraries that call the endpoint.</summary>
    public static string OutcomeOf(Exception exception) => Chain(exception).Select(Outcome).FirstOrDefault(outcome => outcome is not null) ?? ModelOutcomes.Malformed;

    private static string? Outcome(Exception exception) => exception switch
    {
        OperationCanceledException or TimeoutRejectedException => ModelOutcomes.Late,
        BrokenCircuitException => ModelOutcomes.Resting,
        HttpOperationException { StatusCode: HttpStatusCode.TooManyRequests } => ModelOutcomes.RateLimited,
        HttpOperationException { StatusCode: >= HttpStatusCode.InternalServerError } => ModelOutcomes.Unavailable,
        HttpOperationException { StatusCode: >= HttpStatusCode.BadRequest } => ModelOutcomes.Refused,
        HttpIOException => ModelOutcomes.CutOff,
        HttpRequestException or IOException => ModelOutcomes.Unavailable,
        _ => null,
    };

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var each = exception; each is not null; each = each.InnerException)
            yield return each;
    }
}
