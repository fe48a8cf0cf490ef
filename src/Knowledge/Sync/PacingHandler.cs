namespace LegalService.Knowledge.Sync;

/// <summary>Keeps requests apart, repeated ones too, and counts them.</summary>
internal sealed class Pace(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long? _last;
    private int _requests;

    /// <summary>Requests let through so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public async Task WaitAsync(TimeSpan interval, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_last is { } last && interval - time.GetElapsedTime(last) is { Ticks: > 0 } rest)
                await Task.Delay(rest, time, ct);
            _last = time.GetTimestamp();
            Interlocked.Increment(ref _requests);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}

/// <summary>Sends no request sooner than the pace allows.</summary>
internal sealed class PacingHandler(Pace pace, TimeSpan interval) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await pace.WaitAsync(interval, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
