using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Notifications;

/// <summary>How citizens are told things. Settings under <c>Notifications</c>.</summary>
public sealed class NotificationOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Notifications";

    /// <summary>From this time of day in Beijing nobody is woken, but for what is urgent. The same as <see cref="QuietTo"/>: never quiet.</summary>
    public TimeOnly QuietFrom { get; set; } = new(21, 0);

    /// <summary>The time of day in Beijing at which waiting messages go out.</summary>
    public TimeOnly QuietTo { get; set; } = new(8, 0);

    /// <summary>How long a server may keep a message to itself; then another one takes it as the first has died.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00", ErrorMessage = "Notifications:Lease 要在 30 秒到 1 小时之间")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How many messages one server sends at the same time.</summary>
    [Range(1, 100, ErrorMessage = "Notifications:Parallel 要在 1 到 100 之间")]
    public int Parallel { get; set; } = 8;

    /// <summary>How often the outbox is looked at.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ErrorMessage = "Notifications:PollEvery 要在 0.1 秒到 10 分钟之间")]
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Wait after the first try that failed; doubled after each further one, and spread by a random half.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Notifications:FirstDelay 要在 1 秒到 1 小时之间")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait between two tries.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Notifications:LongestDelay 要在 1 秒到 1 天之间")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>After so many tries a message has failed.</summary>
    [Range(1, 100, ErrorMessage = "Notifications:MaxAttempts 要在 1 到 100 之间")]
    public int MaxAttempts { get; set; } = 12;

    /// <summary>From this try on, the next way is taken too when the first one does not answer.</summary>
    [Range(1, 100, ErrorMessage = "Notifications:TriesBeforeNextWay 要在 1 到 100 之间")]
    public int TriesBeforeNextWay { get; set; } = 2;

    /// <summary>Longest time one way may take for one message, its own repetitions included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "Notifications:SendTimeout 要在 1 秒到 5 分钟之间")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A message without an end of its own is no longer sent after this time.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00", ErrorMessage = "Notifications:GiveUpAfter 要在 1 小时到 30 天之间")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>So long after its end a message's address and contents are removed; that it was sent stays.</summary>
    [Range(0, 3650, ErrorMessage = "Notifications:KeepDays 要在 0 到 3650 之间")]
    public int KeepDays { get; set; } = 30;

    /// <summary>How long before an appointment the first reminder is sent.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "14.00:00:00", ErrorMessage = "Notifications:DayReminder 要在 1 小时到 14 天之间")]
    public TimeSpan DayReminder { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long before an appointment the second reminder is sent.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00", ErrorMessage = "Notifications:HoursReminder 要在 10 分钟到 1 天之间")]
    public TimeSpan HoursReminder { get; set; } = TimeSpan.FromHours(2);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LongestDelay < FirstDelay)
            yield return new ValidationResult("Notifications:LongestDelay 不能比 FirstDelay 短", [nameof(LongestDelay)]);
        if (Lease < SendTimeout * 3)
            yield return new ValidationResult("Notifications:Lease 至少要有 SendTimeout 的三倍长，不然还在发送就被别的服务器拿去再发", [nameof(Lease)]);
        if (HoursReminder >= DayReminder)
            yield return new ValidationResult("Notifications:HoursReminder 要比 DayReminder 短", [nameof(HoursReminder)]);
    }
}
