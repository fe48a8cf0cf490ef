using System.Reflection;
using LegalService.Contracts;
using LegalService.Kiosk.Devices;
using LegalService.Kiosk.Keeping;
using LegalService.Kiosk.LocalCopy;
using LegalService.Kiosk.Outbox;
using LegalService.Kiosk.Sessions;

namespace LegalService.Kiosk.Centre;

/// <summary>What this machine tells the centre about itself. Nothing personal.</summary>
internal sealed class SelfReport(KioskClock clock, SessionRegister sessions, DeviceHealth devices, OutboxStore outbox, Library library, Disk disk)
{
    private static readonly string Version = typeof(SelfReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private readonly long _started = clock.GetTimestamp();

    /// <summary>How it is now.</summary>
    /// <param name="fast">The machine's clock less the centre's, as it was last seen.</param>
    public KioskHeartbeatRequest Now(TimeSpan fast) => new(
        Version,
        KioskHeartbeatRequest.CurrentApi,
        library.Current.Version,
        clock.GetUtcNow() - clock.GetElapsedTime(_started),
        sessions.LastUsedAt,
        devices.Report(),
        new(outbox.Waiting.Count, outbox.Waiting.Count == 0 ? null : outbox.Waiting.Min(item => item.MadeAt)),
        disk.FreeBytes,
        Math.Round(fast.TotalSeconds, 1),
        [.. Problems()]);

    private IEnumerable<string> Problems()
    {
        if (clock.Correction != TimeSpan.Zero)
            yield return "clock.wrong";
        if (disk.IsFull)
            yield return "disk.full";
        if (outbox.Refused > 0)
            yield return "outbox.refused";
        if (outbox.Torn > 0)
            yield return "outbox.torn";
        if (library.LastFailure is not null)
            yield return "corpus.failed";
    }
}
