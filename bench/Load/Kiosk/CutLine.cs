using System.Net;
using System.Net.Sockets;

namespace LegalService.Load.Kiosk;

/// <summary>How a line is.</summary>
internal enum LineMood
{
    /// <summary>Everything goes through.</summary>
    Up,

    /// <summary>Nobody is reached.</summary>
    Cut,

    /// <summary>Connections come about, and nothing comes back.</summary>
    Hangs,

    /// <summary>What was sent arrives; the answer breaks off.</summary>
    LosesAnswers,
}

/// <summary>A line between a kiosk and the server that can be cut at any moment, also in the middle of a call.</summary>
internal sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _server;
    private readonly Task _accepting;
    private CancellationTokenSource _connections = new();
    private volatile LineMood _mood;

    public CutLine(Uri server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>From now on the line is so; connections that were made before break.</summary>
    public void Set(LineMood mood)
    {
        _mood = mood;
        var before = Interlocked.Exchange(ref _connections, new CancellationTokenSource());
        before.Cancel();
        before.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _connections.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token), _connections.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task CarryAsync(TcpClient kiosk, CancellationToken broken)
    {
        using var near = kiosk;
        using var far = new TcpClient();
        try
        {
            if (_mood == LineMood.Cut)
                return;
            if (_mood == LineMood.Hangs)
                await Task.Delay(Timeout.Infinite, broken);
            await far.ConnectAsync(IPAddress.Loopback, _server.Port, broken);
            var there = near.GetStream().CopyToAsync(far.GetStream(), broken);
            var back = _mood == LineMood.LosesAnswers ? SwallowAsync(far, broken) : far.GetStream().CopyToAsync(near.GetStream(), broken);
            await Task.WhenAny(there, back);
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or IOException)
        {
        }
    }

    /// <summary>Waits for the answer, so that the server has done its work, and gives none of it on.</summary>
    private static async Task SwallowAsync(TcpClient far, CancellationToken broken) => _ = await far.GetStream().ReadAsync(new byte[1024], broken);
}
