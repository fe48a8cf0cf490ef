using LegalService.Casework.Audit;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Unanswered;

internal static class UnansweredRegistration
{
    public static void AddUnanswered(this IServiceCollection services)
    {
        services.AddOptions<UnansweredOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new UnansweredQuestions(
            provider.GetRequiredService<CaseworkStore>(),
            provider.GetRequiredService<Sealer>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<UnansweredOptions>>()));
    }
}
