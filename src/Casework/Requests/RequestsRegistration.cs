using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Documents;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Places;
using LegalService.Casework.Retention;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Switches;
using LegalService.Casework.Triage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Requests;

internal static class RequestsRegistration
{
    /// <summary>Requests with triage, deadlines and retention. The host brings <see cref="Interviews.ServiceCatalog"/>.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddOptions<RequestOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IServiceDefinitions, CatalogDefinitions>();
        services.AddSingleton<PartyFinder>();
        services.AddSingleton<RequestRefresh>();
        // At the first event: a listener may itself change requests, as a booking does.
        services.AddSingleton(provider => new Lazy<IEnumerable<IRequestEvents>>(provider.GetServices<IRequestEvents>));
        services.AddSingleton<RequestChanges>();
        services.AddSingleton<GuessLimit>();
        services.AddSingleton<CitizenAccess>();
        services.AddSingleton<RequestReading>();
        services.AddSingleton<TakingBack>();
        services.AddSingleton<RecordReading>();
        services.AddSingleton<RequestRounds>();
        services.AddSingleton<Appointments.IAppointmentEvents, BookedRequests>();
        services.AddSingleton<RetentionRules>();
        services.AddSingleton<RequestErasure>();
        services.AddSingleton(provider => new RequestIntake(
            Of<OnceOnly>(provider), Of<RequestChanges>(provider), Of<CitizenAccess>(provider), Of<AttachmentService>(provider), Of<IServiceDefinitions>(provider),
            Of<PlaceCatalog>(provider), Of<SwitchBoard>(provider), Of<DocumentReading>(provider), Of<TimeProvider>(provider)));
        services.AddSingleton<RequestActs>();
        services.AddSingleton(provider => new CitizenRequests(Of<CitizenAccess>(provider), Of<RequestActs>(provider)));
        services.AddSingleton(provider => new RequestDesk(
            Of<CaseworkStore>(provider), Of<AuditTrail>(provider), Of<RequestChanges>(provider), Of<TakingBack>(provider), Of<RecordReading>(provider),
            Of<AttachmentService>(provider), Of<IServiceDefinitions>(provider), Of<PlaceCatalog>(provider), Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new RequestList(
            Of<CaseworkStore>(provider), Of<AuditTrail>(provider), Of<PartyFinder>(provider), Of<Sealer>(provider), Of<IServiceDefinitions>(provider),
            Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new AssigneeSuggestions(
            Of<CaseworkStore>(provider), Of<IServiceDefinitions>(provider), Of<PlaceCatalog>(provider), Of<IOptions<RequestOptions>>(provider)));
        services.AddSingleton(provider => new RecordPresence(Of<CaseworkStore>(provider), Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new RequestWatch(Of<CaseworkStore>(provider), Of<TimeProvider>(provider)));
        services.AddHostedService<Rounds>();
        services.AddHostedService<Looks>();
        return services;
    }

    private static T Of<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();

    private sealed class Rounds(
        RequestRounds rounds, RequestErasure erasure, GuessLimit guesses, IOptions<RequestOptions> options, TimeProvider time, ILogger<RequestRounds> logger)
        : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromSeconds(options.Value.RoundEverySeconds);

        protected override async Task RoundAsync(CancellationToken cancellation)
        {
            await rounds.RunOnceAsync(cancellation);
            await erasure.RunOnceAsync(cancellation);
            await guesses.SweepAsync(cancellation);
        }
    }

    private sealed class Looks(RequestWatch watch, IOptions<RequestOptions> options, TimeProvider time, ILogger<RequestWatch> logger) : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromSeconds(options.Value.WatchEverySeconds);

        protected override Task RoundAsync(CancellationToken cancellation) => watch.LookAsync(cancellation);
    }
}
