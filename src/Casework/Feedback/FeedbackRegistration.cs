using LegalService.Casework.Audit;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Feedback;

internal static class FeedbackRegistration
{
    public static void AddFeedback(this IServiceCollection services) => services.AddSingleton(provider => new RatingDesk(
        provider.GetRequiredService<CaseworkStore>(),
        provider.GetRequiredService<Sealer>(),
        provider.GetRequiredService<AuditTrail>(),
        provider.GetRequiredService<TimeProvider>()));
}
