using LegalService.Server.Hosting;

namespace LegalService.Server.Staff.Knowledge;

/// <summary>Brings the knowledge desk into the server. After casework: its store must be there before what is in use is read.</summary>
internal static class KnowledgeDeskRegistration
{
    public static void AddKnowledgeDesk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeskOptions>().Configure(options => StorageLayout.Configure(configuration, options)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DeskOverlay>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskOverlay>());
        services.AddSingleton<EntryEditing>();
        services.AddSingleton<GapList>();
        services.AddScoped<GapInHand>();
    }
}
