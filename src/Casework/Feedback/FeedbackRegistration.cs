using LegalService.Casework.Audit;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Notifications;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Feedback;

internal static class FeedbackRegistration
{
    public static void AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton(provider => RatingForm.Load(provider.GetRequiredService<IOptions<CorpusOptions>>().Value.Ratings));
        services.AddSingleton<IRequestEvents, RatingErasure>();
        services.AddSingleton(provider => new RatingDesk(
            provider.GetRequiredService<CaseworkStore>(),
            provider.GetRequiredService<OnceOnly>(),
            provider.GetRequiredService<Sealer>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<RatingForm>(),
            provider.GetRequiredService<WorkCalendar>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new RatingReplies(
            provider.GetRequiredService<CaseworkStore>(),
            provider.GetRequiredService<Sealer>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<Outbox>(),
            provider.GetRequiredService<RequestChanges>(),
            provider.GetRequiredService<RatingForm>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
