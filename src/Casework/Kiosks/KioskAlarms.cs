namespace LegalService.Casework.Kiosks;

/// <summary>Something that is wrong with a kiosk.</summary>
/// <param name="Kind">What.</param>
/// <param name="IsSerious">Citizens miss something now; else it can wait for the next visit.</param>
/// <param name="Detail">Which device or problem, or how much; null when the kind says it all.</param>
public sealed record KioskAlarm(KioskAlarmKind Kind, bool IsSerious, string? Detail = null);

/// <summary>What can be wrong with a kiosk.</summary>
public enum KioskAlarmKind
{
    /// <summary>It has said nothing for too long.</summary>
    Silent,

    /// <summary>A device does not do what it should; the detail is <c>KIND/STATE</c>.</summary>
    Device,

    /// <summary>Something has waited too long in its outbox; the detail is how many wait.</summary>
    Outbox,

    /// <summary>Its clock is wrong; the detail is by how many seconds.</summary>
    Clock,

    /// <summary>Its disk is nearly full; the detail is how many megabytes are free.</summary>
    Disk,

    /// <summary>It was built for another version of the API; the detail is which.</summary>
    Version,

    /// <summary>It answers from an old corpus.</summary>
    Corpus,

    /// <summary>Something else; the detail is its code.</summary>
    Problem,
}

/// <summary>The rules by which a kiosk needs somebody.</summary>
internal static class KioskAlarms
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Problems that kiosks report and that take nothing from a citizen. One that is not known here may be serious.</summary>
    private static readonly string[] CanWait = ["clock.wrong", "corpus.failed"];

    /// <param name="seen">When it last said something.</param>
    /// <param name="report">What it said; null when nothing.</param>
    /// <param name="centre">What it should have.</param>
    /// <param name="rules">How much is too much.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<KioskAlarm> Of(DateTimeOffset seen, KioskReport? report, CentreState centre, KioskOptions rules, DateTimeOffset now)
    {
        // What it said long ago tells nothing of its devices.
        if (seen < now.AddMinutes(-rules.SilentMinutes))
            return [new(KioskAlarmKind.Silent, IsSerious: true)];
        return report is null ? [] : [.. Reported(report, centre, rules, now).OrderByDescending(alarm => alarm.IsSerious)];
    }

    private static IEnumerable<KioskAlarm> Reported(KioskReport report, CentreState centre, KioskOptions rules, DateTimeOffset now)
    {
        foreach (var device in report.Devices.Where(device => device.State is not (DeviceStates.Ok or DeviceStates.None)))
            yield return new(KioskAlarmKind.Device, device.State != DeviceStates.PaperLow, $"{device.Kind}/{device.State}");
        if (report.OldestAt < now.AddMinutes(-rules.OutboxMinutes))
            yield return new(KioskAlarmKind.Outbox, IsSerious: true, $"{report.Waiting}");
        if (Math.Abs(report.ClockOffsetSeconds) > rules.ClockAlarmSeconds)
            yield return new(KioskAlarmKind.Clock, IsSerious: false, $"{report.ClockOffsetSeconds:0}");
        if (report.FreeDiskBytes < rules.FreeDiskMegabytes * Megabyte)
            yield return new(KioskAlarmKind.Disk, IsSerious: true, $"{report.FreeDiskBytes / Megabyte}");
        if (report.ApiVersion != centre.ApiVersion)
            yield return new(KioskAlarmKind.Version, IsSerious: true, $"{report.ApiVersion}");
        if (centre.Corpus is { } wanted && report.Corpus != wanted && centre.CorpusSince < now.AddMinutes(-rules.CorpusMinutes))
            yield return new(KioskAlarmKind.Corpus, IsSerious: false);
        foreach (var problem in report.Problems)
            yield return new(KioskAlarmKind.Problem, !CanWait.Contains(problem, StringComparer.Ordinal), problem);
    }
}
