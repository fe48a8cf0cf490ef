using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Audit;

internal static class AuditRegistration
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddOptions<AuditOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton(provider => new AuditChain(
            provider.GetRequiredService<CaseworkStore>(), provider.GetRequiredService<Sealer>(), provider.GetRequiredService<IOptions<AuditOptions>>()));
        services.AddSingleton(provider => new AuditReading(provider.GetRequiredService<CaseworkStore>(), provider.GetRequiredService<AuditTrail>()));
        services.AddHostedService<Linking>();
        return services;
    }

    private sealed class Linking(AuditChain chain, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditChain> logger) : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromSeconds(options.Value.LinkEverySeconds);

        protected override async Task RoundAsync(CancellationToken cancellation)
        {
            // The log is outside the database: with a head from it a chain that was cut short shows.
            if (await chain.RunOnceAsync(cancellation) > 0 && await chain.HeadAsync(cancellation) is { } head)
                logger.LogInformation("Audit chain at {Sequence} {Hash}", head.Sequence, head.Hash);
        }
    }
}
