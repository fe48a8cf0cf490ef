using LegalService.Knowledge.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LegalService.Knowledge;

/// <summary>Registers the knowledge base.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds <see cref="KnowledgeBase"/>, loaded in the background and kept current.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, Action<KnowledgeOptions> configure)
    {
        services.AddOptions<KnowledgeOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KnowledgeBase>();
        services.AddHostedService<KnowledgeLoader>();
        return services;
    }
}
