using System.Globalization;
using System.Threading.RateLimiting;
using LegalService.Server.Api;
using LegalService.Server.Api.DirectLine;
using LegalService.Server.Kiosks;
using Microsoft.AspNetCore.RateLimiting;

namespace LegalService.Server.Hosting;

/// <summary>How often one address, or one kiosk, may ask. Settings under <c>RateLimits</c>.</summary>
internal static class RateLimits
{
    /// <summary>Policy of the answers.</summary>
    public const string Answers = "answers";

    /// <summary>Policy of everything that only reads.</summary>
    public const string Reads = "reads";

    /// <summary>Policy of tokens and new conversations.</summary>
    public const string Tokens = "tokens";

    /// <summary>Policy of looking again for what was said, for each conversation that a token opens.</summary>
    public const string Polls = "polls";

    /// <summary>Policy of files.</summary>
    public const string Uploads = "uploads";

    /// <summary>Policy of what a citizen sends: requests, bookings, ratings.</summary>
    public const string Writes = "writes";

    /// <summary>Policy of what asks for a number and a code.</summary>
    public const string Lookups = "lookups";

    /// <summary>Policy of passwords of the staff.</summary>
    public const string SignIns = "signIns";

    private const int Segments = 6;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddApiRateLimits(this IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        AddPolicy(options, Answers, configuration.GetValue("RateLimits:AnswersPerMinute", 120));
        AddPolicy(options, Reads, configuration.GetValue("RateLimits:ReadsPerMinute", 1200));
        AddPolicy(options, Tokens, configuration.GetValue("RateLimits:TokensPerMinute", 120));
        AddPolicy(options, Polls, configuration.GetValue("RateLimits:PollsPerMinute", 300), context => context.Request.OpenedConversation());
        AddPolicy(options, Uploads, configuration.GetValue("RateLimits:UploadsPerMinute", 20));
        AddPolicy(options, Writes, configuration.GetValue("RateLimits:WritesPerMinute", 60));
        AddPolicy(options, Lookups, configuration.GetValue("RateLimits:LookupsPerMinute", 20));
        AddPolicy(options, SignIns, configuration.GetValue("RateLimits:SignInsPerMinute", 60));
        options.OnRejected = async (rejected, _) =>
        {
            // The sliding window itself does not say when it moves on.
            rejected.HttpContext.Response.Headers.RetryAfter = (Window / Segments).TotalSeconds.ToString(CultureInfo.InvariantCulture);
            var isDirectLine = rejected.HttpContext.Request.Path.StartsWithSegments(DirectLineEndpoints.Path, StringComparison.Ordinal);
            await (isDirectLine ? DirectLineResults.RateLimited.AsResult() : ApiProblem.RateLimited.AsResult()).ExecuteAsync(rejected.HttpContext);
        };
    });

    private static void AddPolicy(RateLimiterOptions options, string name, int perMinute, Func<HttpContext, string>? part = null)
    {
        if (perMinute < 1)
            throw new InvalidOperationException($"RateLimits: {name} 每分钟的次数至少是 1");
        options.AddPolicy(name, context => RateLimitPartition.GetSlidingWindowLimiter(
            $"{(context.Kiosk() is { } kiosk ? $"kiosk/{kiosk.Id:N}" : context.Connection.RemoteIpAddress)} {part?.Invoke(context)}",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, SegmentsPerWindow = Segments }));
    }
}
