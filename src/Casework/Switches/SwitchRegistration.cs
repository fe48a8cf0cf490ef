using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Switches;

internal static class SwitchRegistration
{
    public static IServiceCollection AddSwitches(this IServiceCollection services)
    {
        services.AddOptions<SwitchOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new SwitchBoard(
            provider.GetRequiredService<CaseworkStore>(), provider.GetRequiredService<AuditTrail>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<Looking>();
        return services;
    }

    private sealed class Looking(SwitchBoard board, IOptions<SwitchOptions> options, TimeProvider time, ILogger<SwitchBoard> logger) : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromSeconds(options.Value.LookEverySeconds);

        protected override Task RoundAsync(CancellationToken cancellation) => board.LookAsync(cancellation);
    }
}
