using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Audit;

/// <summary>How the audit trail is linked. Settings under <c>Audit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>Seconds between two rounds. An entry younger than this is signed but not linked yet.</summary>
    [Range(1, 3600, ErrorMessage = "Audit:LinkEverySeconds 要在 1 到 3600 之间")]
    public int LinkEverySeconds { get; set; } = 10;

    /// <summary>Entries linked in one transaction.</summary>
    [Range(1, 10_000, ErrorMessage = "Audit:Batch 要在 1 到 10000 之间")]
    public int Batch { get; set; } = 500;

    /// <summary>
    /// How long after the time it carries an entry may become visible: the longest transaction and the difference of the servers' clocks. The first round
    /// after a start looks at all entries.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00", ErrorMessage = "Audit:LookBack 要在 1 分钟到 30 天之间")]
    public TimeSpan LookBack { get; set; } = TimeSpan.FromDays(1);
}
