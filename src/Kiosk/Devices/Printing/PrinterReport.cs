using LegalService.Kiosk.Devices.Printing.Ipp;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Devices.Printing;

/// <summary>Reads what the print system says of the printer (RFC 8011, 5.4.12) as one state.</summary>
internal sealed class PrinterReport(IOptions<DeviceOptions> options, TimeProvider time)
{
    /// <summary>What a reason means; the first that is found counts. A reason ends in <c>-error</c>, <c>-warning</c>, <c>-report</c> or nothing.</summary>
    private static readonly (string Reason, DeviceState State)[] Meanings =
    [
        ("media-jam", DeviceState.Jam),
        ("cover-open", DeviceState.Jam),
        ("door-open", DeviceState.Jam),
        ("interlock-open", DeviceState.Jam),
        ("media-empty", DeviceState.PaperOut),
        ("media-needed", DeviceState.PaperOut),
        ("input-tray-missing", DeviceState.PaperOut),
        ("offline", DeviceState.Offline),
        ("connecting-to-device", DeviceState.Offline),
        ("timed-out", DeviceState.Offline),
        ("shutdown", DeviceState.Offline),
        ("marker-supply-empty", DeviceState.Failed),
        ("toner-empty", DeviceState.Failed),
        ("media-low", DeviceState.PaperLow),
    ];

    private readonly Lock _lock = new();
    private DeviceState _trouble = DeviceState.Ok;
    private long _troubledSince;

    /// <summary>How the printer is.</summary>
    public DeviceStatus Read(QueueState queue)
    {
        lock (_lock)
        {
            var detail = string.Join(' ', queue.Reasons.Where(reason => reason != "none"));
            return new(DeviceKind.Printer, Believed(queue.Activity, Said(queue)), detail.Length == 0 ? null : detail);
        }
    }

    private static DeviceState Said(QueueState queue)
    {
        if (queue.Activity == PrinterActivity.Unknown)
            return DeviceState.Offline;
        // Only somebody who knows why the queue was stopped can start it again.
        if (queue.Activity == PrinterActivity.Stopped)
            return DeviceState.Failed;
        foreach (var (reason, state) in Meanings)
        {
            if (queue.Reasons.Any(said => said == reason || said.StartsWith(reason + "-", StringComparison.Ordinal) && IsSeverity(said[(reason.Length + 1)..])))
                return state;
        }

        return DeviceState.Ok;
    }

    private static bool IsSeverity(string ending) => ending is "error" or "warning" or "report";

    /// <summary>An idle printer is asked by nobody, so that its trouble may long be over: after a while somebody may try.</summary>
    private DeviceState Believed(PrinterActivity activity, DeviceState said)
    {
        if (said is not (DeviceState.PaperOut or DeviceState.Jam or DeviceState.Offline))
        {
            _trouble = DeviceState.Ok;
            return said;
        }

        if (_trouble != said || activity == PrinterActivity.Processing)
            (_trouble, _troubledSince) = (said, time.GetTimestamp());
        return activity == PrinterActivity.Idle && time.GetElapsedTime(_troubledSince) >= options.Value.BelieveFor ? DeviceState.PaperLow : said;
    }
}
