namespace LegalService.Kiosk.LocalCopy;

/// <summary>Which corpus the centre wants its kiosks to have, as the heartbeat hears it. Thread safe.</summary>
internal sealed class CorpusNews(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _heard = new(0, 1);
    private volatile string? _wanted;

    /// <summary>The version; null when the centre has not said.</summary>
    public string? Wanted => _wanted;

    /// <summary>Notes what the centre said.</summary>
    public void Heard(string? version)
    {
        if (version == _wanted)
            return;
        _wanted = version;
        if (_heard.CurrentCount == 0)
            _heard.Release();
    }

    /// <summary>Comes back when another version is wanted, or the pause is over.</summary>
    public async Task NextAsync(TimeSpan pause, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(Task.Delay(pause, time, enough.Token), _heard.WaitAsync(enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    public void Dispose() => _heard.Dispose();
}
