using LegalService.Casework.Audit;
using LegalService.Casework.Conversations;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Places;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Handovers;

internal static class HandoverRegistration
{
    public static void AddHandovers(this IServiceCollection services)
    {
        services.AddOptions<HandoverOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new HandoverHours(Get<PlaceCatalog>(provider), Get<WorkCalendar>(provider), Options(provider), Get<TimeProvider>(provider)));
        services.AddSingleton(provider => new HandoverDesk(
            Get<CaseworkStore>(provider), Get<ConversationStore>(provider), Get<HandoverHours>(provider), Get<AuditTrail>(provider), Get<TimeProvider>(provider)));
        services.AddSingleton(provider => new CallbackDesk(
            Get<CaseworkStore>(provider), Get<OnceOnly>(provider), Get<Sealer>(provider), Get<HandoverHours>(provider), Get<AuditTrail>(provider), Get<TimeProvider>(provider),
            Options(provider)));
    }

    private static IOptions<HandoverOptions> Options(IServiceProvider provider) => Get<IOptions<HandoverOptions>>(provider);

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
