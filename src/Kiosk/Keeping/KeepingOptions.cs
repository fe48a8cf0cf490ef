using System.ComponentModel.DataAnnotations;

namespace LegalService.Kiosk.Keeping;

/// <summary>Where things are kept. Settings under <c>Storage</c>.</summary>
internal sealed class KeepingOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Storage";

    /// <summary>The data directory, relative to the folder the kiosk is started in.</summary>
    [Required(ErrorMessage = "Storage:DataDirectory 没有写")]
    public string DataDirectory { get; set; } = "kiosk-data";

    /// <summary>With fewer bytes free on the disk nothing is taken any more.</summary>
    [Range(0L, 1_000_000_000_000, ErrorMessage = "Storage:LeastFreeBytes 要在 0 到 1 TB 之间")]
    public long LeastFreeBytes { get; set; } = 200 * 1024 * 1024;
}
