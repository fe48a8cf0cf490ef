using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Notifications;
using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Pickups;

internal static class PickupsRegistration
{
    private const string Folder = "pickups";

    public static IServiceCollection AddPickups(this IServiceCollection services)
    {
        services.AddOptions<PickupOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddKeyedSingleton(Folder, (provider, _) => FolderOf(provider));
        services.AddSingleton<PickupPeople>();
        services.AddSingleton<ClamScanner>();
        services.AddSingleton<PickupReading>();
        services.AddSingleton(provider => new PickupReadiness(
            Get<CaseworkStore>(provider), Files(provider), Get<Sealer>(provider), Get<ClamScanner>(provider), Get<Outbox>(provider), Get<PlaceCatalog>(provider),
            Get<AuditTrail>(provider), Get<TimeProvider>(provider)));
        services.AddSingleton(provider => new PickupRounds(
            Get<CaseworkStore>(provider), Files(provider), Get<PickupReadiness>(provider), Get<AuditTrail>(provider), Get<IOptions<PickupOptions>>(provider),
            Get<TimeProvider>(provider)));
        services.AddSingleton(provider => new PickupDesk(
            Get<CaseworkStore>(provider), Files(provider), Get<Sealer>(provider), Get<PickupPeople>(provider), Get<PickupReadiness>(provider), Get<PickupReading>(provider),
            Get<AuditTrail>(provider), Get<IOptions<PickupOptions>>(provider), Get<TimeProvider>(provider)));
        services.AddSingleton(provider => new PickupCounter(
            Get<CaseworkStore>(provider), Files(provider), Get<Sealer>(provider), Get<PickupPeople>(provider), Get<GuessLimit>(provider), Get<AuditTrail>(provider),
            Get<IOptions<PickupOptions>>(provider), Get<TimeProvider>(provider)));
        services.AddHostedService<Rounds>();
        return services;
    }

    private static SealedFolder FolderOf(IServiceProvider provider)
    {
        var options = Get<IOptions<PickupOptions>>(provider).Value;
        var data = Get<IOptions<StoreOptions>>(provider).Value.DataDirectory;
        return new SealedFolder(options.Directory ?? Path.Combine(data, Folder), options.MaxFileBytes, Get<Sealer>(provider));
    }

    private static SealedFolder Files(IServiceProvider provider) => provider.GetRequiredKeyedService<SealedFolder>(Folder);

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();

    private sealed class Rounds(PickupRounds rounds, IOptions<PickupOptions> options, TimeProvider time, ILogger<PickupRounds> logger) : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromSeconds(options.Value.RoundEverySeconds);

        protected override Task RoundAsync(CancellationToken cancellation) => rounds.RunOnceAsync(cancellation);
    }
}
