namespace LegalService.Kiosk.Outbox;

/// <summary>
/// A citizen who waits for what comes of a submission. Exactly one of two things happens: the outcome is handed over, or the citizen is told that it is kept. Thread safe.
/// </summary>
internal sealed class Attendance
{
    private readonly TaskCompletionSource<Delivery> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isOver;

    /// <summary>What was handed over.</summary>
    public Task<Delivery> Outcome => _outcome.Task;

    /// <summary>Hands the outcome over; false when the citizen has gone.</summary>
    public bool HandOver(Delivery delivery)
    {
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
            return false;
        _outcome.SetResult(delivery);
        return true;
    }

    /// <summary>True when the citizen is told that it is kept; false when the outcome has come in the same moment.</summary>
    public bool Leave() => Interlocked.Exchange(ref _isOver, 1) == 0;
}
