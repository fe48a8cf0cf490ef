using System.Text.Json;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Kiosks;

/// <summary>Takes in how kiosks say they are. Thread safe.</summary>
public sealed class KioskPulse
{
    private const int MostItems = 30;
    private const int LongestCode = 80;
    private const int LongestDetail = 200;

    private readonly CaseworkStore _store;
    private readonly TimeProvider _time;

    internal KioskPulse(CaseworkStore store, TimeProvider time) => (_store, _time) = (store, time);

    /// <summary>Keeps the last report of a kiosk. Failure: <c>heartbeat.invalid</c>.</summary>
    /// <returns>When it came in.</returns>
    public async Task<Result<DateTimeOffset>> BeatAsync(Guid id, KioskReport report, CancellationToken cancellation)
    {
        if (!IsSensible(report))
            return KioskFailures.Heartbeat;
        var (now, json) = (_time.GetUtcNow(), JsonSerializer.Serialize(report));
        await _store.WriteAsync(
            (context, token) => context.Set<Kiosk>().Where(kiosk => kiosk.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(kiosk => kiosk.SeenAt, now).SetProperty(kiosk => kiosk.Report, json), token),
            cancellation);
        return now;
    }

    private static bool IsSensible(KioskReport report) =>
        IsCode(report.Version) && (report.Corpus is null || IsCode(report.Corpus)) && report.Waiting >= 0 && report.FreeDiskBytes >= 0
        && double.IsFinite(report.ClockOffsetSeconds) && report.Problems.Count <= MostItems && report.Problems.All(IsCode) && report.Devices.Count <= MostItems
        && report.Devices.All(device => IsCode(device.Kind) && DeviceStates.All.Contains(device.State, StringComparer.Ordinal) && device.Detail is not { Length: > LongestDetail });

    private static bool IsCode(string text) => text.Length is > 0 and <= LongestCode && !text.Any(char.IsControl);
}
