using System.ComponentModel.DataAnnotations;

namespace LegalService.Kiosk.LocalCopy;

/// <summary>How the centre's corpus is fetched. Settings under <c>LocalCopy</c>.</summary>
internal sealed class LocalCopyOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "LocalCopy";

    /// <summary>Most bytes of a corpus, packed and unpacked alike: more is a mistake or an attack.</summary>
    [Range(1024L, 100_000_000_000, ErrorMessage = "LocalCopy:MostBytes 要在 1 KB 到 100 GB 之间")]
    public long MostBytes { get; set; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Most files of a corpus.</summary>
    [Range(1, 10_000_000, ErrorMessage = "LocalCopy:MostFiles 要在 1 到 10000000 之间")]
    public int MostFiles { get; set; } = 100_000;

    /// <summary>Pause before another try after one that failed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00", ErrorMessage = "LocalCopy:TryAgainAfter 要在 0.1 秒到 1 天之间")]
    public TimeSpan TryAgainAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A download of which nothing more comes for so long is given up and taken up again later where it stopped.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "LocalCopy:StallAfter 要在 1 秒到 10 分钟之间")]
    public TimeSpan StallAfter { get; set; } = TimeSpan.FromSeconds(30);
}
