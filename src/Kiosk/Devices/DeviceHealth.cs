using System.Collections.Concurrent;
using LegalService.Contracts;

namespace LegalService.Kiosk.Devices;

/// <summary>
/// How all devices are: what screens ask before they offer something, and what the heartbeat tells the centre. Devices say themselves how they are; nothing
/// else decides whether one works. Safe for any number of callers, none of whom waits.
/// </summary>
internal sealed class DeviceHealth
{
    private readonly ConcurrentDictionary<DeviceKind, DeviceStatus> _statuses = new(
        Enum.GetValues<DeviceKind>().Select(kind => KeyValuePair.Create(kind, new DeviceStatus(kind, DeviceState.None))));

    /// <summary>A device became better or worse. Said on the thread that noticed it.</summary>
    public event Action? Changed;

    /// <summary>How a device is.</summary>
    public DeviceStatus this[DeviceKind kind] => _statuses[kind];

    /// <summary>True when the device that this needs works now. The others do not matter: a broken one takes away only what needs it.</summary>
    public bool Can(Capability capability) => For(capability).Works;

    /// <summary>The device that something needs; its <see cref="DeviceStatus.TextKey"/> says why it cannot be done.</summary>
    public DeviceStatus For(Capability capability) => this[capability switch
    {
        Capability.Print => DeviceKind.Printer,
        Capability.ReadCard => DeviceKind.IdReader,
        Capability.Scan => DeviceKind.Scanner,
        Capability.Photograph => DeviceKind.Camera,
        _ => throw new ArgumentOutOfRangeException(nameof(capability), capability, "unknown"),
    }];

    /// <summary>All devices, those that are not here too, as the heartbeat carries them.</summary>
    public IReadOnlyList<KioskDevice> Report() =>
        [.. Enum.GetValues<DeviceKind>().Select(kind => this[kind]).Select(status => new KioskDevice(status.KindName, status.StateName, status.Detail))];

    /// <summary>What a device, or the page that uses it, found out. Says nothing on when it is no news.</summary>
    public void Set(DeviceStatus now)
    {
        var known = _statuses[now.Kind];
        if (known != now && _statuses.TryUpdate(now.Kind, now, known))
            Changed?.Invoke();
    }
}
