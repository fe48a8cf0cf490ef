namespace LegalService.Kiosk.Centre;

/// <summary>
/// The machine's clock, put right by the centre's where it is off by more than is tolerated. The battery of a machine that stood in a cupboard is often empty:
/// then it wakes up in another year, and deadlines and the law of the day would be those of that year. Thread safe.
/// </summary>
internal sealed class KioskClock(TimeProvider machine) : TimeProvider
{
    private long _correction;

    /// <summary>What is added to the machine's clock; zero while it is right.</summary>
    public TimeSpan Correction => new(Interlocked.Read(ref _correction));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Correction;

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Notes what time it is really.</summary>
    /// <param name="now">The time of the centre.</param>
    /// <param name="tolerance">Up to here the machine's clock counts as right.</param>
    /// <returns>The machine's clock less the real time; positive when it is fast.</returns>
    public TimeSpan Compare(DateTimeOffset now, TimeSpan tolerance)
    {
        var fast = machine.GetUtcNow() - now;
        Interlocked.Exchange(ref _correction, fast.Duration() > tolerance ? -fast.Ticks : 0);
        return fast;
    }

    /// <summary>The machine has just started: a clock that shows a time before one that is known to have passed is wrong, and it is at least that time.</summary>
    public void NotBefore(DateTimeOffset known, TimeSpan tolerance)
    {
        if (machine.GetUtcNow() < known - tolerance)
            Compare(known, tolerance);
    }
}
