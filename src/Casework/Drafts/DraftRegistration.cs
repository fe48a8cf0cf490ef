using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Drafts;

internal static class DraftRegistration
{
    public static IServiceCollection AddDrafts(this IServiceCollection services)
    {
        services.AddOptions<DraftOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new DraftDesk(
            provider.GetRequiredService<CaseworkStore>(), provider.GetRequiredService<Sealer>(), provider.GetRequiredService<CitizenAccess>(),
            provider.GetRequiredService<IServiceDefinitions>(), provider.GetRequiredService<IOptions<DraftOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<Sweeping>();
        return services;
    }

    private sealed class Sweeping(DraftDesk drafts, IOptions<DraftOptions> options, TimeProvider time, ILogger<DraftDesk> logger) : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromSeconds(options.Value.SweepSeconds);

        protected override Task RoundAsync(CancellationToken cancellation) => drafts.SweepAsync(cancellation);
    }
}
