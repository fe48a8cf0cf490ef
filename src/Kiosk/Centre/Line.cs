namespace LegalService.Kiosk.Centre;

/// <summary>The line to the centre as it is now. Screens watch it. Thread safe.</summary>
internal sealed class Line
{
    private volatile LineStatus _status = new(LineState.Starting, IsUp: false);

    /// <summary>Called after every change, on any thread.</summary>
    public event Action? Changed;

    /// <summary>The state.</summary>
    public LineStatus Status => _status;

    /// <summary>Notes how it is now.</summary>
    public void Set(LineStatus status)
    {
        if (Interlocked.Exchange(ref _status, status) != status)
            Changed?.Invoke();
    }
}
