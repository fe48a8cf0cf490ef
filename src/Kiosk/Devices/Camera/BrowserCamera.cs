using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Devices.Camera;

/// <summary>The camera, which the browser opens by itself: whether it is plugged in is seen here, whether it gives pictures only by the page that asks for one.</summary>
internal sealed class BrowserCamera(IOptions<DeviceOptions> options, DeviceHealth health, TimeProvider time) : IDevice
{
    private readonly Lock _lock = new();
    private string? _complaint;
    private long _complainedAt;

    public Task<DeviceStatus> CheckAsync(CancellationToken cancel) => Task.FromResult(Status());

    /// <summary>A page got no picture. It is believed for a while, then somebody may try.</summary>
    /// <param name="reason">What the browser says, such as <c>NotReadableError</c>.</param>
    public void Complain(string reason)
    {
        lock (_lock)
            (_complaint, _complainedAt) = (reason, time.GetTimestamp());
        health.Set(Status());
    }

    /// <summary>A page got a picture.</summary>
    public void Works()
    {
        lock (_lock)
            _complaint = null;
        health.Set(Status());
    }

    private DeviceStatus Status()
    {
        var state = DeviceFile.StateOf(options.Value.CameraFile);
        lock (_lock)
        {
            var failed = state == DeviceState.Ok && _complaint is not null && time.GetElapsedTime(_complainedAt) < options.Value.BelieveFor;
            return new(DeviceKind.Camera, failed ? DeviceState.Failed : state, failed ? _complaint : null);
        }
    }
}
