using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace LegalService.Casework.Notifications.Sms;

/// <summary>One more try at once when the line broke, a limit for each try, and a rest for a gateway that fails again and again.</summary>
internal static class SmsPipeline
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, SmsOptions options, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        if (options.Retries > 0)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = Pause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                // A gateway that names a time is asked again by the outbox, then.
                ShouldRetryAfterHeader = false,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome switch
                {
                    { Exception: HttpRequestException } => true,
                    { Result: { StatusCode: HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout } } => true,
                    _ => false,
                }),
            });
        }

        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { MinimumThroughput = 20 });
        pipeline.AddTimeout(options.Timeout);
    }
}
