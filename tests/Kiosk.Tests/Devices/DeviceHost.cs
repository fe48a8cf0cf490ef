using LegalService.Kiosk.Devices;
using LegalService.Kiosk.Sessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LegalService.Kiosk.Tests.Devices;

/// <summary>The devices of a kiosk with given settings, without its screens.</summary>
internal sealed class DeviceHost : IAsyncDisposable
{
    private readonly IHost _host;

    private DeviceHost(IHost host) => _host = host;

    public DeviceHealth Health => Get<DeviceHealth>();

    public static async Task<DeviceHost> StartAsync(params (string Setting, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([
            KeyValuePair.Create("Devices:CheckEvery", (string?)"00:00:00.1"),
            .. settings.Select(setting => KeyValuePair.Create(setting.Setting, (string?)setting.Value))]);
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddSessions();
        builder.Services.AddDevices(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Waits until a device is in a state.</summary>
    public async Task UntilAsync(DeviceKind kind, DeviceState state)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Health[kind].State != state)
            await Task.Delay(20, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
