namespace LegalService.Kiosk.Centre;

/// <summary>When the next heartbeat is: after its pause, or at once where somebody has just noticed that the line is not what it was. Thread safe.</summary>
internal sealed class Pulse(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _asked = new(0, 1);

    /// <summary>The next heartbeat is now.</summary>
    public void BeatNow()
    {
        try
        {
            _asked.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been asked for already.
        }
    }

    /// <summary>Comes back when the next heartbeat is due.</summary>
    public async Task NextAsync(TimeSpan pause, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(Task.Delay(pause, time, enough.Token), _asked.WaitAsync(enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    public void Dispose() => _asked.Dispose();
}
