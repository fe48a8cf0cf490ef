using LegalService.Casework.Audit;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Unanswered;
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
        services.AddSingleton(provider => new Transcripts(Get<CaseworkStore>(provider), Get<ConversationStore>(provider), Get<ChannelLinks>(provider), Get<AuditTrail>(provider)));
        services.AddSingleton(provider => new ConversationErasure(
            Get<CaseworkStore>(provider), Get<ChannelLinks>(provider), Get<UnansweredQuestions>(provider), Get<AuditTrail>(provider), Get<TimeProvider>(provider), Options(provider)));
        services.AddSingleton(provider => new ConversationSigner(Get<Sealer>(provider)));
    }

    private static IOptions<ConversationOptions> Options(IServiceProvider provider) => Get<IOptions<ConversationOptions>>(provider);

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
