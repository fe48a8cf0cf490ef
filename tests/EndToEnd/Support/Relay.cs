using System.Net;
using System.Net.Sockets;

namespace LegalService.EndToEnd.Support;

/// <summary>A line between a machine and a server that can be cut.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _server;
    private readonly Task _accepting;
    private CancellationTokenSource _up = new();

    public Relay(Uri server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where the machine calls.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Nothing goes through any more, nor what is under way.</summary>
    public void Cut() => _up.Cancel();

    /// <summary>It goes through again.</summary>
    public void Mend() => _up = new CancellationTokenSource();

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _up.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token), _up.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task CarryAsync(TcpClient machine, CancellationToken cut)
    {
        using var near = machine;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _server.Port, cut);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream(), cut), far.GetStream().CopyToAsync(near.GetStream(), cut));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or IOException)
        {
        }
    }
}
