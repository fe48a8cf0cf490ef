namespace LegalService.Kiosk.Devices.Printing;

/// <summary>Whose jobs they are: a session, until it ends.</summary>
internal sealed class Owner : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _jobs = 1;

    /// <summary>Cancelled when the session ended.</summary>
    public CancellationToken Gone => _gone.Token;

    /// <summary>Counts a job for as long as the result is not disposed.</summary>
    public IDisposable Working()
    {
        Interlocked.Increment(ref _jobs);
        return new Work(this);
    }

    /// <summary>Takes its jobs back and waits until they are.</summary>
    public async Task LeaveAsync()
    {
        await _gone.CancelAsync();
        Finished();
        await _idle.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => _gone.Dispose();

    // Begins at one, which is the session itself: nothing is idle before it leaves.
    private void Finished()
    {
        if (Interlocked.Decrement(ref _jobs) == 0)
            _idle.SetResult();
    }

    private sealed class Work(Owner owner) : IDisposable
    {
        public void Dispose() => owner.Finished();
    }
}
