using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Devices;

/// <summary>Asks every device how it is, from the start on and ever again, and says so in <see cref="DeviceHealth"/>.</summary>
internal sealed class DeviceWatch(IEnumerable<IDevice> devices, DeviceHealth health, IOptions<DeviceOptions> options, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CheckEvery, time);
        do
        {
            foreach (var status in await Task.WhenAll(devices.Select(device => device.CheckAsync(stoppingToken))))
                health.Set(status);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
