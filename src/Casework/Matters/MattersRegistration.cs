using LegalService.Casework.Appointments;
using LegalService.Casework.Audit;
using LegalService.Casework.Feedback;
using LegalService.Casework.Notifications;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Matters;

internal static class MattersRegistration
{
    public static void AddMatters(this IServiceCollection services)
    {
        services.AddOptions<MatterOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PhoneCodes>();
        services.AddSingleton<OwnMatters>();
        services.AddSingleton<MatterReading>();
        services.AddSingleton<MatterProof>();
        services.AddSingleton(provider => new MatterDoor(
            provider.GetRequiredService<CaseworkStore>(),
            provider.GetRequiredService<Sealer>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<Outbox>(),
            provider.GetRequiredService<PhoneCodes>(),
            provider.GetRequiredService<OwnMatters>(),
            provider.GetRequiredService<CitizenAccess>(),
            provider.GetRequiredService<IOptions<MatterOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new MatterDesk(
            provider.GetRequiredService<CaseworkStore>(),
            provider.GetRequiredService<OwnMatters>(),
            provider.GetRequiredService<MatterReading>(),
            provider.GetRequiredService<MatterProof>(),
            provider.GetRequiredService<MatterDoor>(),
            provider.GetRequiredService<RequestActs>(),
            provider.GetRequiredService<OwnAppointment>(),
            provider.GetRequiredService<RatingDesk>()));
        services.AddHostedService<Sweeping>();
    }

    private sealed class Sweeping(MatterDoor door, TimeProvider time, ILogger<MatterDoor> logger) : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromMinutes(10);

        protected override Task RoundAsync(CancellationToken cancellation) => door.SweepAsync(cancellation);
    }
}
