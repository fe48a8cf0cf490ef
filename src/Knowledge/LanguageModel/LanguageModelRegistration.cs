using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.LanguageModel.Embeddings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using Polly;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>Registers the language model.</summary>
internal static class LanguageModelRegistration
{
    private const string Client = "LegalService.Model";

    public static void Register(IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TokenBudget>();
        services.AddSingleton<ModelMetrics>();
        // Each call has its own limit.
        var client = services.AddHttpClient(Client, http => http.Timeout = Timeout.InfiniteTimeSpan);
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false });
        client.AddResilienceHandler("model", (pipeline, context) => Configure(
            pipeline, Settings(context.ServiceProvider), context.ServiceProvider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(OpenAI);
        services.AddSingleton<IChatCompletionService>(provider => new OpenAIChatCompletionService(Settings(provider).Name, provider.GetRequiredService<OpenAIClient>()));
        services.AddSingleton(provider => new EmbeddedArticles(
            provider.GetRequiredService<IOptions<ModelOptions>>(),
            provider.GetRequiredService<ModelMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EmbeddedArticles>>(),
            Generator(provider)));
        services.AddHostedService(provider => new EmbeddingUpkeep(
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<EmbeddedArticles>(),
            provider.GetRequiredService<IOptions<ModelOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EmbeddingUpkeep>>(),
            Generator(provider)));
        services.AddSingleton<ModelChat>();
        services.AddSingleton<IQuestionRewriter, ModelRewriter>();
        services.AddSingleton<IComposerFactory, ModelComposerFactory>();
    }

    private static ModelOptions Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<ModelOptions>>().Value;

    /// <summary>Second tries and time-outs are those of the pipeline above, not of the library.</summary>
    private static OpenAIClient OpenAI(IServiceProvider provider)
    {
        var settings = Settings(provider);
        return new OpenAIClient(
            new ApiKeyCredential(settings.ApiKey is { Length: > 0 } key ? key : "none"),
            new OpenAIClientOptions
            {
                Endpoint = settings.Endpoint,
                Transport = new HttpClientPipelineTransport(provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client)),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                NetworkTimeout = Timeout.InfiniteTimeSpan,
            });
    }

    /// <summary>Null when no embedding model is set.</summary>
    private static IEmbeddingGenerator<string, Embedding<float>>? Generator(IServiceProvider provider) =>
        Settings(provider) is { IsOn: true, EmbeddingName: { Length: > 0 } name } ? provider.GetRequiredService<OpenAIClient>().GetEmbeddingClient(name).AsIEmbeddingGenerator() : null;

    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ModelOptions options, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        if (options.Retries > 0)
            pipeline.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = options.Retries, Delay = options.RetryAfter, UseJitter = true });
        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = options.RestAfterFailures,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = options.RestFor,
        });
        pipeline.AddTimeout(options.CallWithin);
    }
}
