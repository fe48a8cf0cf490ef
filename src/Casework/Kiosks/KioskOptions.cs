using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Kiosks;

/// <summary>Settings under <c>Kiosks</c>.</summary>
public sealed class KioskOptions
{
    /// <summary>How long a code to enrol a machine is valid.</summary>
    [Range(1, 120, ErrorMessage = "Kiosks:CodeMinutes 要在 1 到 120 之间")]
    public int CodeMinutes { get; set; } = 15;

    /// <summary>How long a token is valid.</summary>
    [Range(1, 60, ErrorMessage = "Kiosks:TokenMinutes 要在 1 到 60 之间")]
    public int TokenMinutes { get; set; } = 10;

    /// <summary>Seconds by which a kiosk's clock may differ from the centre's when it asks for a token.</summary>
    [Range(5, 600, ErrorMessage = "Kiosks:ClockToleranceSeconds 要在 5 到 600 之间")]
    public int ClockToleranceSeconds { get; set; } = 90;

    /// <summary>Seconds after which a server has heard at the latest of what was changed on another one.</summary>
    [Range(1, 30, ErrorMessage = "Kiosks:LookEverySeconds 要在 1 到 30 之间")]
    public int LookEverySeconds { get; set; } = 5;

    /// <summary>Seconds between two heartbeats.</summary>
    [Range(5, 600, ErrorMessage = "Kiosks:HeartbeatSeconds 要在 5 到 600 之间")]
    public int HeartbeatSeconds { get; set; } = 30;

    /// <summary>Alarm when a kiosk has said nothing for so many minutes.</summary>
    [Range(1, 1440, ErrorMessage = "Kiosks:SilentMinutes 要在 1 到 1440 之间")]
    public int SilentMinutes { get; set; } = 5;

    /// <summary>Alarm when something waits in a kiosk's outbox for so many minutes.</summary>
    [Range(1, 1440, ErrorMessage = "Kiosks:OutboxMinutes 要在 1 到 1440 之间")]
    public int OutboxMinutes { get; set; } = 30;

    /// <summary>Alarm when a kiosk's clock differs by so many seconds.</summary>
    [Range(5, 86400, ErrorMessage = "Kiosks:ClockAlarmSeconds 要在 5 到 86400 之间")]
    public int ClockAlarmSeconds { get; set; } = 60;

    /// <summary>Alarm when a kiosk's disk has fewer megabytes free.</summary>
    [Range(10, 100_000, ErrorMessage = "Kiosks:FreeDiskMegabytes 要在 10 到 100000 之间")]
    public int FreeDiskMegabytes { get; set; } = 500;

    /// <summary>Alarm when a kiosk has not taken a new corpus for so many minutes.</summary>
    [Range(1, 10_080, ErrorMessage = "Kiosks:CorpusMinutes 要在 1 到 10080 之间")]
    public int CorpusMinutes { get; set; } = 60;

    /// <summary>The console tells how many requests were made at a kiosk in so many days.</summary>
    [Range(1, 366, ErrorMessage = "Kiosks:CountDays 要在 1 到 366 之间")]
    public int CountDays { get; set; } = 30;

    /// <summary>Most requests that are shown to the person of a card, the newest first.</summary>
    [Range(1, 100, ErrorMessage = "Kiosks:MostMatters 要在 1 到 100 之间")]
    public int MostMatters { get; set; } = 20;
}
