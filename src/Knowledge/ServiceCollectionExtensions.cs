using System.Net;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.LanguageModel;
using LegalService.Knowledge.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;

namespace LegalService.Knowledge;

/// <summary>Registers the knowledge base.</summary>
public static class ServiceCollectionExtensions
{
    private const string DatabaseClient = "LegalService.Sync";

    /// <summary>Adds <see cref="KnowledgeBase"/>, loaded in the background and kept current. A host may say by an <see cref="ICorpusFolders"/> of its own which folders are read.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, Action<KnowledgeOptions> configure)
    {
        services.AddOptions<KnowledgeOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICorpusFolders, ConfiguredFolders>();
        services.AddSingleton<KnowledgeBase>();
        services.AddHostedService<KnowledgeLoader>();
        return services;
    }

    /// <summary>Adds <see cref="LawSynchronizer"/>. Settings that are wrong are an <see cref="OptionsValidationException"/> before the first request.</summary>
    public static IServiceCollection AddSync(this IServiceCollection services, Action<SyncOptions> configure)
    {
        services.AddLogging();
        services.AddOptions<SyncOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Pace>();
        var client = services.AddHttpClient(DatabaseClient, (provider, http) =>
        {
            http.BaseAddress = Settings(provider).BaseUrl;
            // Each try has its own limit.
            http.Timeout = Timeout.InfiniteTimeSpan;
            http.DefaultRequestHeaders.UserAgent.ParseAdd("LegalService-Sync/1.0");
        });
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        client.AddResilienceHandler("again", (pipeline, context) => Configure(
            pipeline, Settings(context.ServiceProvider), context.ServiceProvider.GetRequiredService<TimeProvider>()));
        client.AddHttpMessageHandler(provider => new PacingHandler(provider.GetRequiredService<Pace>(), Settings(provider).RequestInterval));
        client.AddHttpMessageHandler(provider => new BufferingHandler(Settings(provider).MaxFileBytes));
        services.AddTransient(provider => new LawSynchronizer(
            new NationalDatabase(provider.GetRequiredService<IHttpClientFactory>().CreateClient(DatabaseClient), Settings(provider)),
            provider.GetRequiredService<Pace>(),
            provider.GetRequiredService<IOptions<SyncOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LawSynchronizer>>()));
        return services;
    }

    /// <summary>
    /// Adds the language model that answers are written with, when <see cref="ModelOptions.Endpoint"/> is set. Settings that are wrong are an
    /// <see cref="OptionsValidationException"/> at start.
    /// </summary>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services, Action<ModelOptions> configure)
    {
        services.AddOptions<ModelOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        LanguageModelRegistration.Register(services);
        return services;
    }

    private static SyncOptions Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<SyncOptions>>().Value;

    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, SyncOptions options, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        if (options.Retries > 0)
            pipeline.AddRetry(TryAgain.Of(options));
        pipeline.AddTimeout(options.AttemptTimeout);
    }
}
