using LegalService.Casework.Audit;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Letters;

internal static class LettersRegistration
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddSingleton(provider => LetterTemplates.Load(
            provider.GetRequiredService<IOptions<CorpusOptions>>().Value.Letters, provider.GetRequiredService<IServiceDefinitions>()));
        services.AddSingleton<LetterReading>();
        services.AddSingleton<LetterSources>();
        services.AddSingleton<IRequestEvents, LetterErasure>();
        services.AddSingleton(provider => new LetterDesk(
            provider.GetRequiredService<CaseworkStore>(),
            provider.GetRequiredService<Sealer>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<RequestChanges>(),
            provider.GetRequiredService<RecordReading>(),
            provider.GetRequiredService<LetterSources>(),
            provider.GetRequiredService<LetterReading>(),
            provider.GetRequiredService<LetterTemplates>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
