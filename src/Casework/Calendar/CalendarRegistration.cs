using LegalService.Interviews.Calculators;
using LegalService.Interviews.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Calendar;

internal static class CalendarRegistration
{
    public static IServiceCollection AddCalendar(this IServiceCollection services)
    {
        services.AddOptions<CorpusOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => WorkCalendar.Load(provider.GetRequiredService<IOptions<CorpusOptions>>().Value.Calendar));
        services.AddSingleton<IWorkdays>(provider => provider.GetRequiredService<WorkCalendar>());
        return services;
    }
}
