using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Figures;

internal static class FiguresRegistration
{
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddSingleton(provider => ReportTemplates.Load(provider.GetRequiredService<IOptions<CorpusOptions>>().Value.Figures));
        services.AddSingleton<FigureCounting>();
        services.AddSingleton<FigureKeeping>();
        services.AddSingleton<IRequestEvents>(provider => provider.GetRequiredService<FigureKeeping>());
        services.AddSingleton(provider => new FiguresDesk(
            provider.GetRequiredService<CaseworkStore>(),
            provider.GetRequiredService<FigureCounting>(),
            provider.GetRequiredService<ReportTemplates>(),
            provider.GetRequiredService<IServiceDefinitions>(),
            provider.GetRequiredService<PlaceCatalog>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<CatchingUp>();
        return services;
    }

    private sealed class CatchingUp(FigureKeeping keeping, TimeProvider time, ILogger<FigureKeeping> logger) : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromDays(1);

        protected override Task RoundAsync(CancellationToken cancellation) => keeping.CatchUpAsync(cancellation);
    }
}
