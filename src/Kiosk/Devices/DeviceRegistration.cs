using LegalService.Kiosk.Devices.Camera;
using LegalService.Kiosk.Devices.IdCards;
using LegalService.Kiosk.Devices.Printing;
using LegalService.Kiosk.Devices.Scanning;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        services.AddSingleton<IDevice, KeyboardScanner>();
        services.AddSingleton<BrowserCamera>();
        services.AddSingleton<IDevice>(provider => provider.GetRequiredService<BrowserCamera>());
        services.AddHostedService<SessionPrints>();
        services.AddPrinter(configuration.GetSection(PrinterOptions.Section));
        services.AddCardReader(configuration.GetSection(CardReaderOptions.Section));
    }
}
