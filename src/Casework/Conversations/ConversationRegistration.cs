using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Conversations;

/// <summary>What conversations need of the store.</summary>
internal static class ConversationRegistration
{
    public static void AddConversations(this IServiceCollection services)
    {
        services.AddOptions<ConversationOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new ConversationStore(Get<CaseworkStore>(provider), Get<Sealer>(provider), Get<TimeProvider>(provider), Options(provider)));
        services.AddSingleton(provider => new ConversationFiles(Get<CaseworkStore>(provider), Get<Sealer>(provider), Get<TimeProvider>(provider), Options(provider)));
        services.AddSingleton(provider => new ConversationSigner(Get<Sealer>(provider)));
    }

    private static IOptions<ConversationOptions> Options(IServiceProvider provider) => Get<IOptions<ConversationOptions>>(provider);

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
