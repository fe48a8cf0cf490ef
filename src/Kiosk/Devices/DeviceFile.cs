namespace LegalService.Kiosk.Devices;

/// <summary>The file that the system shows for as long as a device is plugged in.</summary>
internal static class DeviceFile
{
    /// <summary>Whether a device is there; <see cref="DeviceState.None"/> for an empty path.</summary>
    public static DeviceState StateOf(string path) => path.Length == 0 ? DeviceState.None : File.Exists(path) ? DeviceState.Ok : DeviceState.Offline;
}
