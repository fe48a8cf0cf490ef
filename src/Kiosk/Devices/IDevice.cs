namespace LegalService.Kiosk.Devices;

/// <summary>A device that can be asked how it is.</summary>
internal interface IDevice
{
    /// <summary>How it is now; does not fail when it does not answer, for that is a state too.</summary>
    Task<DeviceStatus> CheckAsync(CancellationToken cancel);
}
