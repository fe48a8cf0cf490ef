using System.Text.Json;

namespace LegalService.Kiosk.Devices;

/// <summary>How one device is.</summary>
/// <param name="Kind">Which device.</param>
/// <param name="State">How it is.</param>
/// <param name="Detail">What the device itself says, for the technician; null when nothing. Never personal data.</param>
internal sealed record DeviceStatus(DeviceKind Kind, DeviceState State, string? Detail = null)
{
    /// <summary>True when it does its work.</summary>
    public bool Works => State is DeviceState.Ok or DeviceState.PaperLow;

    /// <summary>Key of the sentence for citizens, such as <c>devices.printer.paperOut</c>.</summary>
    public string TextKey => $"devices.{KindName}.{StateName}";

    /// <summary>The kind as the heartbeat names it.</summary>
    public string KindName => JsonNamingPolicy.CamelCase.ConvertName(Kind.ToString());

    /// <summary>The state as the heartbeat names it.</summary>
    public string StateName => JsonNamingPolicy.CamelCase.ConvertName(State.ToString());
}
