using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace LegalService.Knowledge.Sync;

/// <summary>When a request is sent again, and after what wait: 2 s, 4 s, 8 s, or what Retry-After says.</summary>
internal static class TryAgain
{
    public static HttpRetryStrategyOptions Of(SyncOptions options) => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        // One process asks, so there is no crowd to spread; the waits are those the facts name.
        UseJitter = false,
        ShouldRetryAfterHeader = true,
        ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome switch
        {
            { Exception: HttpRequestException or TimeoutRejectedException } => true,
            { Result: { } response } => SiteAnswer.Judge(response) is { Again: true } && RetryAfter(response) <= options.LongestRetryAfter,
            _ => false,
        }),
    };

    private static TimeSpan RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
}
