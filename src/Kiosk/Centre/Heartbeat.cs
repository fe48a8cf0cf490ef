using LegalService.Contracts;
using LegalService.Kiosk.Keeping;
using LegalService.Kiosk.LocalCopy;
using LegalService.Kiosk.Outbox;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Centre;

/// <summary>Tells the centre how the machine is, hears what it wants, and notes how the line is. A revocation or a pause is known after one pause at most.</summary>
internal sealed class Heartbeat(
    IKioskApi centre,
    Line line,
    Pulse pulse,
    Enrolment enrolment,
    CentreMemory memory,
    KioskClock clock,
    SelfReport report,
    Disk disk,
    SlipBook slips,
    CorpusNews news,
    IOptions<CentreOptions> options,
    ILogger<Heartbeat> logger) : BackgroundService
{
    private CentreWord? _last;
    private TimeSpan _fast;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _last = memory.Read();
        if (_last is { } last)
            clock.NotBefore(last.At, options.Value.ClockTolerance);
        enrolment.Changed += OnEnrolment;
        Note(heard: null, wasAsked: false);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        enrolment.Changed -= OnEnrolment;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = options.Value.TryEvery;
            try
            {
                pause = await BeatAsync(stoppingToken);
            }
            catch (IOException exception)
            {
                logger.LogError(exception, "What the centre said could not be kept");
            }

            await pulse.NextAsync(pause, stoppingToken);
        }
    }

    /// <returns>The pause before the next one.</returns>
    private async Task<TimeSpan> BeatAsync(CancellationToken cancellation)
    {
        if (enrolment.Current is not { Revoked: false })
        {
            Note(heard: null);
            return options.Value.BeatEvery;
        }

        var start = clock.GetTimestamp();
        var answer = await Answered.ByAsync(() => centre.HeartbeatAsync(report.Now(_fast), cancellation));
        if (answer.Value is not { } heard)
        {
            logger.LogInformation("The centre does not answer: {Code}", answer.Problem!.Code);
            Note(heard: null);
            return options.Value.TryEvery;
        }

        _fast = clock.Compare(heard.ServerTime + (clock.GetElapsedTime(start) / 2), options.Value.ClockTolerance);
        Remember(new CentreWord(heard.ServerTime, heard.Paused, heard.Message));
        Note(heard);
        news.Heard(heard.Corpus);
        var asked = TimeSpan.FromSeconds(heard.HeartbeatSeconds);
        return asked < options.Value.BeatEvery ? asked : options.Value.BeatEvery;
    }

    private void Remember(CentreWord word)
    {
        // Its time is a lower limit for a clock that has stopped; to the minute is enough, and spares the disk.
        var isNews = _last is null || _last.Paused != word.Paused || _last.Message != word.Message || word.At - _last.At > TimeSpan.FromMinutes(1);
        if (!isNews)
            return;
        memory.Write(word);
        _last = word;
    }

    private void Note(KioskHeartbeatResponse? heard, bool wasAsked = true) => line.Set(LineJudge.Judge(new()
    {
        Enrolment = enrolment.Current,
        Heard = heard,
        Last = _last,
        ClockIsWrong = clock.Correction != TimeSpan.Zero,
        DiskIsFull = disk.IsFull,
        WasAsked = wasAsked,
    }));

    /// <summary>What a machine out of service still holds of those who stood before it goes, but for what they have sent and the centre has not yet got.</summary>
    private void OnEnrolment()
    {
        if (enrolment.Current is { Revoked: true })
        {
            slips.Clear();
            Note(heard: null);
        }

        pulse.BeatNow();
    }
}
