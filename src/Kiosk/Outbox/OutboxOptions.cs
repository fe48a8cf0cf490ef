using System.ComponentModel.DataAnnotations;

namespace LegalService.Kiosk.Outbox;

/// <summary>How what citizens send is kept and delivered. Settings under <c>Outbox</c>.</summary>
internal sealed class OutboxOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Outbox";

    /// <summary>How long a citizen waits for the centre; then the submission is kept, and he or she gets a slip.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "Outbox:WaitForCentre 要在 1 秒到 1 分钟之间")]
    public TimeSpan WaitForCentre { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Wait after the first try that failed; doubled after each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ErrorMessage = "Outbox:FirstDelay 要在 0.1 秒到 10 分钟之间")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two tries.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Outbox:LongestDelay 要在 1 秒到 1 小时之间")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// For how many days after the first try a submission is sent again. Fewer than the centre remembers an Idempotency-Key (its <c>Idempotency:KeepDays</c>):
    /// later it could not tell the second one from the first, and the clerk must look.
    /// </summary>
    [Range(1, 300, ErrorMessage = "Outbox:ResendDays 要在 1 到 300 之间")]
    public int ResendDays { get; set; } = 25;

    /// <summary>For how many days this machine tells the bearer of a slip what has become of it.</summary>
    [Range(1, 365, ErrorMessage = "Outbox:KeepSlipDays 要在 1 到 365 之间")]
    public int KeepSlipDays { get; set; } = 30;

    /// <summary>For how many days what the centre did not take is kept for the staff, and what cannot be opened for who may mend it.</summary>
    [Range(1, 365, ErrorMessage = "Outbox:KeepRefusedDays 要在 1 到 365 之间")]
    public int KeepRefusedDays { get; set; } = 90;
}
