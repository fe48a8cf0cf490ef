using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Devices.Scanning;

/// <summary>A scanner that types what it reads, as a keyboard does (wwwroot/js/scanner.js listens): all that can be known of it is whether it is plugged in.</summary>
internal sealed class KeyboardScanner(IOptions<DeviceOptions> options) : IDevice
{
    public Task<DeviceStatus> CheckAsync(CancellationToken cancel) =>
        Task.FromResult(new DeviceStatus(DeviceKind.Scanner, DeviceFile.StateOf(options.Value.ScannerFile)));
}
