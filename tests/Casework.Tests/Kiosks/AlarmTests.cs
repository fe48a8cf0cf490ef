using LegalService.Casework.Kiosks;

namespace LegalService.Casework.Tests.Kiosks;

public sealed class AlarmTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly KioskReport Well = new(
        "1.0.0", 1, "new", Now.AddDays(-1), null, [new("printer", "ok", null), new("camera", "none", null)], 0, null, 20_000_000_000, 0.3, []);

    public static TheoryData<KioskReport, KioskAlarmKind, string?, bool> Troubles => new()
    {
        { Well with { Devices = [new("printer", "paperOut", null)] }, KioskAlarmKind.Device, "printer/paperOut", true },
        { Well with { Devices = [new("printer", "paperLow", null)] }, KioskAlarmKind.Device, "printer/paperLow", false },
        { Well with { Devices = [new("idReader", "offline", null)] }, KioskAlarmKind.Device, "idReader/offline", true },
        { Well with { Waiting = 3, OldestAt = Now.AddMinutes(-31) }, KioskAlarmKind.Outbox, "3", true },
        { Well with { ClockOffsetSeconds = -75 }, KioskAlarmKind.Clock, "-75", false },
        { Well with { FreeDiskBytes = 100 * 1024 * 1024 }, KioskAlarmKind.Disk, "100", true },
        { Well with { ApiVersion = 2 }, KioskAlarmKind.Version, "2", true },
        { Well with { Corpus = "old" }, KioskAlarmKind.Corpus, null, false },
        { Well with { Problems = ["outbox.refused"] }, KioskAlarmKind.Problem, "outbox.refused", true },
        { Well with { Problems = ["corpus.failed"] }, KioskAlarmKind.Problem, "corpus.failed", false },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public void What_is_wrong_with_a_kiosk_is_said_once(KioskReport report, KioskAlarmKind kind, string? detail, bool isSerious)
    {
        var alarm = Assert.Single(Of(Now.AddSeconds(-20), report));

        Assert.Equal((kind, detail, isSerious), (alarm.Kind, alarm.Detail, alarm.IsSerious));
    }

    [Fact]
    public void A_kiosk_that_is_well_has_no_alarm_and_a_silent_one_no_other()
    {
        Assert.Empty(Of(Now.AddMinutes(-4), Well));
        Assert.Empty(Of(Now.AddMinutes(-4), null));
        Assert.Empty(Of(Now, Well with { Waiting = 1, OldestAt = Now.AddMinutes(-29) }));
        var silent = Assert.Single(Of(Now.AddMinutes(-6), Well with { Devices = [new("printer", "jam", null)] }));
        Assert.Equal((KioskAlarmKind.Silent, true), (silent.Kind, silent.IsSerious));
    }

    [Fact]
    public void A_new_corpus_is_waited_for_a_while()
    {
        var old = Well with { Corpus = "old" };

        Assert.Empty(KioskAlarms.Of(Now, old, new CentreState(1, "new", Now.AddMinutes(-30)), new KioskOptions(), Now));
        Assert.Empty(KioskAlarms.Of(Now, old, new CentreState(1, null, Now.AddDays(-1)), new KioskOptions(), Now));
    }

    private static IReadOnlyList<KioskAlarm> Of(DateTimeOffset seen, KioskReport? report) =>
        KioskAlarms.Of(seen, report, new CentreState(1, "new", Now.AddHours(-2)), new KioskOptions(), Now);
}
