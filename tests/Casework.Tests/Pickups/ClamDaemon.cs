using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LegalService.Casework.Tests.Pickups;

/// <summary>
/// Speaks the INSTREAM command of clamd(8), and says of every document what the test wants: the daemon itself says nothing before it has fetched its signatures
/// from the Internet.
/// </summary>
internal sealed class ClamDaemon : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    public ClamDaemon()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    public string Reply { get; set; } = "stream: OK";

    /// <summary>What it was given to look at.</summary>
    public ConcurrentQueue<byte[]> Seen { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            await using var line = client.GetStream();
            var command = new byte["zINSTREAM\0".Length];
            await line.ReadExactlyAsync(command, _stopping.Token);
            Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
            using var document = new MemoryStream();
            var size = new byte[sizeof(uint)];
            while (true)
            {
                await line.ReadExactlyAsync(size, _stopping.Token);
                if (BinaryPrimitives.ReadUInt32BigEndian(size) is not (> 0 and var length))
                    break;
                var chunk = new byte[length];
                await line.ReadExactlyAsync(chunk, _stopping.Token);
                document.Write(chunk);
            }

            Seen.Enqueue(document.ToArray());
            await line.WriteAsync(Encoding.ASCII.GetBytes(Reply + "\0"), _stopping.Token);
        }
    }
}
