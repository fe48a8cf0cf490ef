using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Handovers;

/// <summary>When and how citizens reach a person out of a conversation. Settings under <c>Handovers</c>.</summary>
public sealed class HandoverOptions
{
    /// <summary>Id of the office whose clerks answer and whose hours count; null takes the first office of the county's level, or else the first of all.</summary>
    public string? Office { get; set; }

    /// <summary>Minutes for which a clerk may leave what a citizen wrote unanswered before the conversation waits for a person again.</summary>
    [Range(1, 1440, ErrorMessage = "Handovers:SilentMinutes 要在 1 到 1440 之间")]
    public int SilentMinutes { get; set; } = 30;

    /// <summary>Days for which the number to call back is kept after the call.</summary>
    [Range(0, 3650, ErrorMessage = "Handovers:KeepPhoneDays 要在 0 到 3650 之间")]
    public int KeepPhoneDays { get; set; } = 30;

    /// <summary>Seconds between two looks for those who nobody came to before the office closed.</summary>
    [Range(1, 3600, ErrorMessage = "Handovers:SweepSeconds 要在 1 到 3600 之间")]
    public int SweepSeconds { get; set; } = 60;
}
