using System.Diagnostics;

namespace LegalService.Server.Tests.Hosting;

/// <summary>Looks again and again for what is bound to happen, and fails when it does not within a generous time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The first value that satisfies the condition.</summary>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read, Func<T, bool> until)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (until(value))
                return value;
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"It did not happen; last seen: {value}");
            await Task.Delay(Pause);
        }
    }
}
