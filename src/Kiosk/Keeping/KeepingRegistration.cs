using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Keeping;

/// <summary>Registers what is kept on the machine's disk.</summary>
internal static class KeepingRegistration
{
    /// <summary>Adds <see cref="MachineFolders"/>, <see cref="MachineKeys"/> and <see cref="Disk"/>.</summary>
    public static void AddKeeping(this IServiceCollection services)
    {
        services.AddOptions<KeepingOptions>().BindConfiguration(KeepingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new MachineFolders(Path.GetFullPath(provider.GetRequiredService<IOptions<KeepingOptions>>().Value.DataDirectory)));
        services.AddSingleton<MachineKeys>();
        services.AddSingleton<Disk>();
    }
}
