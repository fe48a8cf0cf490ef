namespace LegalService.Kiosk.Devices;

/// <summary>A device that the browser uses by itself, as scanner and camera: all that can be known of it here is whether it is plugged in.</summary>
/// <param name="kind">Which.</param>
/// <param name="file">The device file that the system makes while it is plugged in; empty when there is no such device.</param>
internal sealed class PluggedDevice(DeviceKind kind, string file) : IDevice
{
    public Task<DeviceStatus> CheckAsync(CancellationToken cancel) => Task.FromResult(new DeviceStatus(kind, State));

    private DeviceState State => file.Length == 0 ? DeviceState.None : File.Exists(file) ? DeviceState.Ok : DeviceState.Offline;
}
