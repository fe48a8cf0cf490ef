using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace LegalService.Knowledge.Tests.Sync;

/// <summary>A clock on which every wait up to a length is over at once, and is written down. Longer ones, such as time-outs, never end.</summary>
internal sealed class ImpatientClock(TimeSpan longest) : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)))
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    /// <summary>The waits so far, in seconds.</summary>
    public IReadOnlyList<double> Waits => [.. _waits.Select(wait => wait.TotalSeconds)];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ImpatientTimer(base.CreateTimer(callback, state, dueTime, period), this);
        Skip(dueTime);
        return timer;
    }

    private void Skip(TimeSpan dueTime)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > longest)
            return;
        _waits.Enqueue(dueTime);
        // Not within this call: who asked for the timer must have it first.
        ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
    }

    private sealed class ImpatientTimer(ITimer inner, ImpatientClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = inner.Change(dueTime, period);
            clock.Skip(dueTime);
            return changed;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
