using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using LegalService.Casework.Unanswered;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.KnowledgeDesk;

internal static class KnowledgeDeskRegistration
{
    public static void AddKnowledgeDesk(this IServiceCollection services)
    {
        services.AddSingleton(provider => new EntryDesk(
            provider.GetRequiredService<CaseworkStore>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<UnansweredQuestions>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DeskReading(provider.GetRequiredService<CaseworkStore>()));
        services.AddSingleton(provider => new LiveEntries(provider.GetRequiredService<CaseworkStore>()));
    }
}
