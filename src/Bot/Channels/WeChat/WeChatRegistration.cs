using System.Net;
using LegalService.Bot.Handovers;
using LegalService.Casework.Conversations;
using LegalService.Casework.Notifications.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>Registers the WeChat channel.</summary>
internal static class WeChatRegistration
{
    private const string Client = "LegalService.WeChat";

    public static void AddWeChat(this IServiceCollection services)
    {
        services.AddOptions<WeChatOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<WeChatOptions>, WeChatOptionsValidator>();
        services.AddMetrics();
        services.AddSingleton<WeChatMetrics>();
        services.AddSingleton<WeChatGate>();
        services.AddSingleton<WeChatContent>();
        services.TryAddSingleton<INearestPlaces, CountyPlaces>();
        services.AddSingleton(provider => new WeChatMenuFile(provider.GetRequiredService<IOptions<WeChatOptions>>()));
        services.AddSingleton<WeChatAdapter>();
        services.AddSingleton<WeChatAnswers>();
        services.AddSingleton<WeChatWork>();
        services.AddSingleton<WeChatSending>();
        services.AddSingleton<INotificationChannel, WeChatNotifications>();
        services.AddSingleton<IPushedChannel, WeChatPushing>();
        services.AddHostedService<WeChatUpkeep>();
        services.AddHostedService(provider => provider.GetRequiredService<WeChatWork>());
        services.AddSingleton(provider => new WeChatChannel(
            provider.GetRequiredService<WeChatGate>(),
            provider.GetRequiredService<WeChatWork>(),
            provider.GetRequiredService<InboundMessages>(),
            provider.GetRequiredService<WeChatMetrics>(),
            provider.GetRequiredService<IOptions<WeChatOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<WeChatChannel>>()));
        services.AddApi();
    }

    private static void AddApi(this IServiceCollection services)
    {
        var client = services.AddHttpClient(Client, (provider, http) =>
        {
            var address = Settings(provider).ApiBase;
            http.BaseAddress = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
            // Each try has its own limit.
            http.Timeout = Timeout.InfiniteTimeSpan;
        });
        // Addresses carry the access token.
        client.RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        client.AddResilienceHandler("again", (pipeline, context) => Configure(
            pipeline, Settings(context.ServiceProvider), context.ServiceProvider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new WeChatHttp(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client)));
        services.AddSingleton<WeChatTokens>();
        services.AddSingleton(provider => new WeChatApi(
            provider.GetRequiredService<WeChatHttp>(), provider.GetRequiredService<WeChatTokens>(), provider.GetRequiredService<IOptions<WeChatOptions>>()));
    }

    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, WeChatOptions options, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        if (options.Retries > 0)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome switch
                {
                    { Exception: HttpRequestException or TimeoutRejectedException } => true,
                    { Result.StatusCode: HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
                    _ => false,
                }),
            });
        }

        pipeline.AddTimeout(options.AttemptTimeout);
    }

    private static WeChatOptions Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<WeChatOptions>>().Value;
}
