using System.ComponentModel.DataAnnotations;

namespace LegalService.Kiosk.Devices;

/// <summary>What stands beside the screen. Settings under <c>Devices</c>; printer and card reader have their own below.</summary>
internal sealed class DeviceOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Devices";

    /// <summary>How often each device is asked how it is.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ErrorMessage = "Devices:CheckEvery 要在 0.1 秒到 10 分钟之间")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long trouble is believed that only shows when a device is used: lack of paper of an idle printer, a camera without a picture. After that time
    /// somebody may try.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Devices:BelieveFor 要在 1 秒到 1 天之间")]
    public TimeSpan BelieveFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Device file of the scanner, such as <c>/dev/input/by-id/usb-SCANNER-event-kbd</c>. Empty: there is none.</summary>
    public string ScannerFile { get; set; } = "";

    /// <summary>Device file of the camera, such as <c>/dev/video0</c>. Empty: there is none.</summary>
    public string CameraFile { get; set; } = "";
}
