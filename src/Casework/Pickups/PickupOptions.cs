using System.ComponentModel.DataAnnotations;
using System.Net;

namespace LegalService.Casework.Pickups;

/// <summary>Documents that are fetched at kiosks. Settings under <c>Pickups</c>.</summary>
public sealed class PickupOptions : IValidatableObject
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The folder of sealed documents. Null: <c>pickups</c> in <c>Storage:DataDirectory</c>. Several servers must see the same folder.</summary>
    public string? Directory { get; set; }

    /// <summary>Bytes of one document.</summary>
    [Range(1024, 200 * Megabyte, ErrorMessage = "Pickups:MaxFileBytes 要在 1 KB 到 200 MB 之间")]
    public long MaxFileBytes { get; set; } = 30 * Megabyte;

    /// <summary>Pages of one document: a kiosk's paper is not endless.</summary>
    [Range(1, 1000, ErrorMessage = "Pickups:MaxPages 要在 1 到 1000 之间")]
    public int MaxPages { get; set; } = 60;

    /// <summary>Most days for which a document is laid ready.</summary>
    [Range(1, 365, ErrorMessage = "Pickups:MaxDays 要在 1 到 365 之间")]
    public int MaxDays { get; set; } = 60;

    /// <summary>Days for which it is, unless the clerk says otherwise.</summary>
    [Range(1, 365, ErrorMessage = "Pickups:Days 要在 1 到 365 之间")]
    public int Days { get; set; } = 15;

    /// <summary>Minutes for which a kiosk keeps a document to print it; then it can be fetched again, and a clerk asks what became of it.</summary>
    [Range(1, 60, ErrorMessage = "Pickups:OpenMinutes 要在 1 到 60 之间")]
    public int OpenMinutes { get; set; } = 10;

    /// <summary>Days after its end for which it is known whose a document was (个人信息保护法第十九条).</summary>
    [Range(1, 3650, ErrorMessage = "Pickups:HistoryDays 要在 1 到 3650 之间")]
    public int HistoryDays { get; set; } = 180;

    /// <summary>HOST:PORT of a ClamAV daemon (clamd); with it, no document is given out before it was found clean. Null: none is looked at.</summary>
    public string? ClamAddress { get; set; }

    /// <summary>Longest time that the daemon may take for one document.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Pickups:ClamTimeout 要在 1 秒到 10 分钟之间")]
    public TimeSpan ClamTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Seconds between two rounds of background work.</summary>
    [Range(1, 3600, ErrorMessage = "Pickups:RoundEverySeconds 要在 1 到 3600 之间")]
    public int RoundEverySeconds { get; set; } = 30;

    /// <summary>Where the daemon is; null when there is none.</summary>
    internal DnsEndPoint? Clam =>
        ClamAddress?.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(ClamAddress[(colon + 1)..], out var port) && port > 0
            ? new DnsEndPoint(ClamAddress[..colon], port)
            : null;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClamAddress is not null && Clam is null)
            yield return new ValidationResult("Pickups:ClamAddress 要写成“主机:端口”，如 127.0.0.1:3310", [nameof(ClamAddress)]);
        if (Days > MaxDays)
            yield return new ValidationResult("Pickups:Days 不能比 MaxDays 大", [nameof(Days)]);
    }
}
