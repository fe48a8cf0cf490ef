using System.Net;
using System.Text.Json;
using LegalService.Contracts;
using Polly;
using Refit;

namespace LegalService.Kiosk.Centre;

/// <summary>What the centre answered to a call, its refusals as values.</summary>
internal static class Answered
{
    /// <summary>The code of a centre that does not answer, or not in a way that can be read.</summary>
    public const string LineDown = "line.down";

    private static readonly ProblemResponse Down = new(LineDown, "", (int)HttpStatusCode.ServiceUnavailable);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Makes a call. Cancelled by its caller it still throws <see cref="OperationCanceledException"/>.</summary>
    public static async Task<Answered<T>> ByAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return new(await call(), null);
        }
        catch (ApiException refusal)
        {
            return new(default, Problem(refusal));
        }
        catch (Exception failure) when (IsLineDown(failure))
        {
            return new(default, Down);
        }
    }

    /// <summary>Whether an exception of a call says that the centre cannot be reached, and nothing else.</summary>
    public static bool IsLineDown(Exception failure) =>
        failure is HttpRequestException or ApiRequestException or ExecutionRejectedException or IOException || failure is TaskCanceledException { InnerException: TimeoutException };

    /// <summary>What the centre refused with; a page of something in between, which has no code, is a centre that does not answer.</summary>
    public static ProblemResponse Problem(ApiException refusal)
    {
        try
        {
            var problem = refusal.Content is { } content ? JsonSerializer.Deserialize<ProblemResponse>(content, Json) : null;
            return problem?.Code is null ? Down : problem with { Status = (int)refusal.StatusCode };
        }
        catch (JsonException)
        {
            return Down;
        }
    }
}

/// <summary>An answer of the centre. Exactly one of the two is given, except for calls that answer nothing.</summary>
/// <param name="Value">What it answered; null when it refused.</param>
/// <param name="Problem">Why it refused; null when it did not.</param>
internal readonly record struct Answered<T>(T? Value, ProblemResponse? Problem);
