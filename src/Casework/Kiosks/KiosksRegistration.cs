using LegalService.Casework.Audit;
using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Kiosks;

internal static class KiosksRegistration
{
    public static IServiceCollection AddKiosks(this IServiceCollection services)
    {
        services.AddOptions<KioskOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new KioskRegister(Get<CaseworkStore>(provider)));
        services.AddSingleton(provider => new KioskDoor(
            Get<CaseworkStore>(provider), Get<Sealer>(provider), Get<AuditTrail>(provider), Get<GuessLimit>(provider), Get<KioskRegister>(provider),
            Get<IOptions<KioskOptions>>(provider), Get<TimeProvider>(provider)));
        services.AddSingleton(provider => new KioskDesk(
            Get<CaseworkStore>(provider), Get<Sealer>(provider), Get<AuditTrail>(provider), Get<KioskRegister>(provider), Get<PlaceCatalog>(provider),
            Get<IOptions<KioskOptions>>(provider), Get<TimeProvider>(provider)));
        services.AddSingleton(provider => new KioskPulse(Get<CaseworkStore>(provider), Get<TimeProvider>(provider)));
        services.AddSingleton(provider => new CentreKey(Get<CaseworkStore>(provider), Get<Sealer>(provider)));
        services.AddSingleton(provider => new CardMatters(
            Get<CaseworkStore>(provider), Get<PartyFinder>(provider), Get<RequestReading>(provider), Get<AuditTrail>(provider), Get<IOptions<KioskOptions>>(provider),
            Get<TimeProvider>(provider)));
        services.AddHostedService<Looking>();
        services.AddHostedService<Sweeping>();
        return services;
    }

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();

    private sealed class Looking(KioskRegister register, IOptions<KioskOptions> options, TimeProvider time, ILogger<KioskRegister> logger) : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromSeconds(options.Value.LookEverySeconds);

        protected override Task RoundAsync(CancellationToken cancellation) => register.LookAsync(cancellation);
    }

    private sealed class Sweeping(KioskDoor door, IOptions<KioskOptions> options, TimeProvider time, ILogger<KioskDoor> logger) : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromSeconds(options.Value.ClockToleranceSeconds);

        protected override Task RoundAsync(CancellationToken cancellation) => door.SweepAsync(cancellation);
    }
}
