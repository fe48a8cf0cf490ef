using LegalService.Kiosk.Devices.IdCards;
using LegalService.Kiosk.Devices.Printing;

namespace LegalService.Kiosk.Devices;

/// <summary>Registers what stands beside the screen: settings under <c>Devices</c>, by default nothing at all.</summary>
internal static class DeviceRegistration
{
    public static void AddDevices(this IServiceCollection services)
    {
        services.AddSingleton<DeviceHealth>();
        services.AddSingleton<IPrinter, NoPrinter>();
        services.AddSingleton<IIdCardReader, NoCardReader>();
    }
}
