using LegalService.Bot.Conversations;
using LegalService.Casework.Handovers;
using LegalService.Knowledge.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Handovers;

internal static class HandoverRegistration
{
    public static void AddHandovers(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ClerkDesk(
            provider.GetRequiredService<HandoverDesk>(),
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<ConversationSignals>(),
            provider.GetRequiredService<IEnumerable<IPushedChannel>>(),
            provider.GetRequiredService<IOptions<BotOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<HandoverUpkeep>();
    }
}
