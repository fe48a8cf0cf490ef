using LegalService.Interviews.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Places;

internal static class PlacesRegistration
{
    public static IServiceCollection AddPlaces(this IServiceCollection services)
    {
        services.AddSingleton(provider => PlaceCatalog.Load(
            provider.GetRequiredService<IOptions<CorpusOptions>>().Value.Places, provider.GetRequiredService<WorkCalendar>()));
        services.AddHostedService<CorpusStart>();
        return services;
    }
}
