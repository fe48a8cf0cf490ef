using LegalService.Contracts;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace LegalService.Kiosk.Centre;

/// <summary>Registers the line to the centre.</summary>
internal static class CentreRegistration
{
    private const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Adds <see cref="Line"/>, <see cref="Enrolment"/>, the clients of the centre, and the heartbeat.</summary>
    public static void AddCentre(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CentreOptions>().Bind(configuration.GetSection(CentreOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(_ => new KioskClock(TimeProvider.System));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<KioskClock>());
        services.AddSingleton<Line>();
        services.AddSingleton<Pulse>();
        services.AddSingleton<CentreMemory>();
        services.AddSingleton<Enrolment>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<SelfReport>();
        services.AddHostedService<Heartbeat>();
        services.AddTransient<TokenHandler>();
        var centre = configuration.GetSection(CentreOptions.Section).Get<CentreOptions>()?.BaseUrl ?? new CentreOptions().BaseUrl;
        services.AddKioskEntryApi(centre).Reach();
        services.AddLegalServiceApi(centre).AddHttpMessageHandler<TokenHandler>().Reach();
        services.AddKioskApi(centre).AddHttpMessageHandler<TokenHandler>().Reach();
    }

    /// <summary>Connections that are given up soon, and second tries of what may be said twice: readings, and what carries a key by which it counts once.</summary>
    private static void Reach(this IHttpClientBuilder client)
    {
        client.ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan);
        client.UseSocketsHttpHandler((handler, provider) => handler.ConnectTimeout = Settings(provider).ConnectWithin);
        client.AddResilienceHandler("centre", (pipeline, context) =>
        {
            var settings = Settings(context.ServiceProvider);
            pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = outcome => ValueTask.FromResult(
                    outcome.Context.GetRequestMessage() is { } request && MaySayTwice(request)
                    && (outcome.Outcome.Exception is HttpRequestException || outcome.Outcome.Result?.StatusCode is >= System.Net.HttpStatusCode.InternalServerError)),
            });
            pipeline.AddTimeout(settings.CallWithin);
        });
    }

    private static bool MaySayTwice(HttpRequestMessage request) => request.Method == HttpMethod.Get || request.Headers.Contains(IdempotencyKey);

    private static CentreOptions Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<CentreOptions>>().Value;
}
