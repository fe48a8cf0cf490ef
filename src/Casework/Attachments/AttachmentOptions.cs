using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Attachments;

/// <summary>What may be uploaded and where it is kept. Settings under <c>Attachments</c>.</summary>
public sealed class AttachmentOptions
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>
    /// The folder. Null: <c>attachments</c> in <c>Storage:DataDirectory</c>. Several servers must see the same folder. Never one that a web server hands out.
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>Bytes of one file.</summary>
    [Range(1024, 500 * Megabyte, ErrorMessage = "Attachments:MaxFileBytes 要在 1 KB 到 500 MB 之间")]
    public long MaxFileBytes { get; set; } = 20 * Megabyte;

    /// <summary>Bytes of all files of one request.</summary>
    [Range(1024, 5_000 * Megabyte, ErrorMessage = "Attachments:MaxRequestBytes 要在 1 KB 到 5 GB 之间")]
    public long MaxRequestBytes { get; set; } = 100 * Megabyte;

    /// <summary>Files of one request.</summary>
    [Range(1, 500, ErrorMessage = "Attachments:MaxFiles 要在 1 到 500 之间")]
    public int MaxFiles { get; set; } = 30;

    /// <summary>Bytes of all files that belong to no request yet: uploads alone must not fill the disk.</summary>
    [Range(1024, 1_000_000 * Megabyte, ErrorMessage = "Attachments:MaxUnclaimedBytes 要在 1 KB 到 1 TB 之间")]
    public long MaxUnclaimedBytes { get; set; } = 2_000 * Megabyte;

    /// <summary>How long an upload waits for its request before it is removed. Longer than anyone takes for an interview, a break included.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00", ErrorMessage = "Attachments:UnclaimedFor 要在 10 分钟到 30 天之间")]
    public TimeSpan UnclaimedFor { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Minutes between two rounds of removing what belongs to no request.</summary>
    [Range(1, 1440, ErrorMessage = "Attachments:SweepEveryMinutes 要在 1 到 1440 之间")]
    public int SweepEveryMinutes { get; set; } = 60;
}
