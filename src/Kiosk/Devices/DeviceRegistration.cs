using LegalService.Kiosk.Devices.IdCards;
using LegalService.Kiosk.Devices.Printing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Devices;

/// <summary>Registers what stands beside the screen: settings under <c>Devices</c>, by default nothing at all.</summary>
internal static class DeviceRegistration
{
    public static void AddDevices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeviceOptions>().Bind(configuration.GetSection(DeviceOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DeviceHealth>();
        services.AddHostedService<DeviceWatch>();
        services.AddSingleton<IDevice>(provider => new PluggedDevice(DeviceKind.Scanner, Settings(provider).ScannerFile));
        services.AddSingleton<IDevice>(provider => new PluggedDevice(DeviceKind.Camera, Settings(provider).CameraFile));
        services.AddPrinter(configuration.GetSection(PrinterOptions.Section));
        services.AddSingleton<IIdCardReader, NoCardReader>();
    }

    private static DeviceOptions Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<DeviceOptions>>().Value;
}
