using LegalService.Contracts;
using LegalService.Interviews.Languages;
using LegalService.Kiosk.Centre;
using LegalService.Kiosk.Outbox;
using LegalService.Kiosk.Tests.Support;
using LegalService.Knowledge.Law;

namespace LegalService.Kiosk.Tests.Centre;

public sealed class LineTests
{
    [Fact]
    public async Task A_machine_that_nobody_has_enrolled_takes_no_submissions_and_knows_services_and_law()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = new KioskHost(centre);

        await kiosk.UntilAsync(LineState.NotEnrolled);
        await KioskHost.UntilAsync(() => kiosk.Get<Knowledge.Hosting.KnowledgeBase>().Current is not null);

        Assert.Equal("outbox.closed", Assert.IsType<SendOutcome.Refused>(await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None)).Code);
        Assert.NotNull(kiosk.Library.Current.Services.Find("legal-aid"));
        Assert.False((await kiosk.Asking.AskAsync("公司不签劳动合同怎么办", CancellationToken.None)).FromCentre);
    }

    [Fact]
    public async Task A_wrong_code_is_refused_in_the_words_of_thecentre_and_a_cut_line_in_those_of_the_machine()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = new KioskHost(centre);

        var wrong = await kiosk.Get<Enrolment>().EnrolAsync("0000", CancellationToken.None);
        await centre.StopAsync();
        var down = await kiosk.Get<Enrolment>().EnrolAsync(StandInCentre.Code, CancellationToken.None);

        Assert.Equal(("kiosk.code", "登记码不对"), (wrong.Code, wrong.Message));
        Assert.Equal("line.down", down.Code);
        Assert.NotEmpty(down.Message!);
    }

    [Fact]
    public async Task The_staff_can_pause_it_with_a_message_and_it_stays_paused_without_a_line_until_they_end_that()
    {
        await using var centre = await new StandInCentre().StartAsync();
        string data;
        await using (var kiosk = await new KioskHost(centre).EnrolledAsync())
        {
            data = kiosk.Data;
            (centre.Paused, centre.Message) = (true, "换打印机");
            await kiosk.UntilAsync(LineState.Paused);
            Assert.Equal(("换打印机", true), (kiosk.Line.Status.Message, kiosk.Line.Status.IsClosed));
        }

        await centre.StopAsync();
        await using var again = new KioskHost(centre, data);
        await again.UntilAsync(LineState.Paused);
        Assert.Equal("换打印机", again.Line.Status.Message);
        (centre.Paused, centre.Message) = (false, null);
        await centre.StartAsync();
        await again.UntilAsync(LineState.Online);
    }

    [Fact]
    public async Task Once_revoked_it_is_out_of_service_for_good_and_keeps_only_what_thecentre_has_not_got()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();
        await centre.StopAsync();
        await kiosk.UntilAsync(LineState.Offline);
        var delivered = (SendOutcome.Kept)await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None);
        await centre.StartAsync();
        await KioskHost.UntilAsync(() => kiosk.Outbox.Waiting.Count == 0);
        await centre.StopAsync();
        await kiosk.UntilAsync(LineState.Offline);
        await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None);

        centre.Revoked = true;
        await centre.StartAsync();
        await kiosk.UntilAsync(LineState.Revoked);

        Assert.IsType<SlipStatus.Unknown>(await kiosk.Sender.FindAsync(delivered.Slip, CancellationToken.None));
        Assert.Single(kiosk.Outbox.Waiting);
        Assert.False(File.Exists(Path.Combine(kiosk.Folders.Keys, "device.key")));
        await using var again = new KioskHost(centre, kiosk.Data);
        await again.UntilAsync(LineState.Revoked);
    }

    [Theory]
    [InlineData(+1)]
    [InlineData(-1)]
    public async Task Beside_acentre_of_another_age_submissions_are_kept_until_both_understand_each_other(int difference)
    {
        await using var centre = await new StandInCentre().StartAsync();
        var state = difference > 0 ? LineState.ServerNewer : LineState.ServerOlder;
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();
        centre.ApiVersion = KioskHeartbeatRequest.CurrentApi + difference;
        await kiosk.UntilAsync(state);

        Assert.IsType<SendOutcome.Kept>(await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None));
        Assert.Empty(centre.Requests);
        centre.ApiVersion = KioskHeartbeatRequest.CurrentApi;
        await KioskHost.UntilAsync(() => kiosk.Outbox.Waiting.Count == 0);
        Assert.Single(centre.Requests);
    }

    [Fact]
    public async Task A_clock_that_stopped_years_ago_is_put_right_by_thecentre_and_reported()
    {
        await using var centre = await new StandInCentre().StartAsync();
        var machine = new StoppedClock(new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var kiosk = await new KioskHost(centre, machineClock: machine).EnrolledAsync();

        await kiosk.UntilAsync(LineState.ClockWrong);

        Assert.Equal(TimeProvider.System.Today(), kiosk.Get<TimeProvider>().Today());
        Assert.True(kiosk.Line.Status.Takes && kiosk.Line.Status.Reaches);
        Assert.IsType<SendOutcome.Delivered>(await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None));
        await KioskHost.UntilAsync(() => centre.Heartbeats.Any(beat => beat.ClockOffsetSeconds < -1e8 && beat.Problems.Contains("clock.wrong")));
        await centre.StopAsync();
        await using var again = new KioskHost(centre, kiosk.Data, machine);
        await again.UntilAsync(LineState.Offline);
        Assert.Equal(TimeProvider.System.Today(), again.Get<TimeProvider>().Today());
    }

    [Fact]
    public async Task A_heartbeat_tells_of_devices_outbox_and_disk()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();

        var beat = centre.Heartbeats.Last();

        Assert.Contains(beat.Devices, device => (device.Kind, device.State) == ("printer", "none"));
        Assert.Equal((0, null), (beat.Outbox.Waiting, beat.Outbox.OldestAt));
        Assert.True(beat.FreeDiskBytes > 0);
        Assert.True(Math.Abs(beat.ClockOffsetSeconds) < 30);
    }

    [Fact]
    public async Task Every_state_has_a_sentence()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = new KioskHost(centre);
        var texts = kiosk.Get<TextShelf>().Current;

        Assert.All(Enum.GetValues<LineState>(), state => Assert.NotNull(texts.Text(texts.Default, new LineStatus(state, IsUp: false).TextKey)));
    }

    /// <summary>A machine whose battery is empty: every start begins in the same year.</summary>
    private sealed class StoppedClock(DateTimeOffset start) : TimeProvider
    {
        private readonly long _since = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_since);
    }
}
