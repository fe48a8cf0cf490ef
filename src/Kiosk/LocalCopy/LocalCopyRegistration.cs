using LegalService.Knowledge.Hosting;

namespace LegalService.Kiosk.LocalCopy;

/// <summary>Registers what the machine knows without the centre.</summary>
internal static class LocalCopyRegistration
{
    /// <summary>Adds <see cref="Library"/>, and what keeps it up to date.</summary>
    public static void AddLocalCopy(this IServiceCollection services)
    {
        services.AddOptions<LocalCopyOptions>().BindConfiguration(LocalCopyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Library>();
        services.AddSingleton<ICorpusFolders>(provider => provider.GetRequiredService<Library>());
        services.AddSingleton<CorpusNews>();
        services.AddSingleton<CorpusDownload>();
        services.AddHostedService<CorpusUpdater>();
    }
}
