using LegalService.Casework.Audit;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Documents;

internal static class DocumentsRegistration
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<DocumentReading>();
        services.AddSingleton<IRequestEvents>(provider => provider.GetRequiredService<DocumentReading>());
        services.AddSingleton(provider => new DocumentDesk(
            provider.GetRequiredService<CaseworkStore>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<RequestChanges>(),
            provider.GetRequiredService<RecordReading>(),
            provider.GetRequiredService<DocumentReading>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
