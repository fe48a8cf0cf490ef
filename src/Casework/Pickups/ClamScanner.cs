using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Pickups;

/// <summary>Has a ClamAV daemon look at a document, by the INSTREAM command of its protocol (clamd(8)). Thread safe.</summary>
internal sealed class ClamScanner(IOptions<PickupOptions> options, ILogger<ClamScanner> logger)
{
    private const int ChunkBytes = 64 * 1024;
    private const int LongestReply = 4096;

    /// <summary>Whether there is a daemon to ask.</summary>
    public bool IsSet => options.Value.Clam is not null;

    /// <summary>True: clean; false: it found something; null: it could not say, and is to be asked again.</summary>
    public async Task<bool?> IsCleanAsync(Stream document, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Value.ClamTimeout);
        try
        {
            var reply = await AskAsync(document, limit.Token);
            if (reply.EndsWith(" OK", StringComparison.Ordinal))
                return true;
            if (reply.EndsWith(" FOUND", StringComparison.Ordinal))
                return false;
            logger.LogWarning("The virus scanner did not look at a document: {Reply}", reply);
        }
        catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            logger.LogWarning(exception, "The virus scanner does not answer; the document waits");
        }

        return null;
    }

    private async Task<string> AskAsync(Stream document, CancellationToken cancellation)
    {
        var address = options.Value.Clam!;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellation);
        await using var line = client.GetStream();
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var chunk = new byte[sizeof(uint) + ChunkBytes];
        int read;
        do
        {
            // A chunk of no bytes ends the document.
            read = await document.ReadAtLeastAsync(chunk.AsMemory(sizeof(uint), ChunkBytes), ChunkBytes, throwOnEndOfStream: false, cancellation);
            BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)read);
            await line.WriteAsync(chunk.AsMemory(0, sizeof(uint) + read), cancellation);
        }
        while (read > 0);
        var reply = new byte[LongestReply];
        var length = await line.ReadAtLeastAsync(reply, reply.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(reply, 0, length).TrimEnd('\0', '\n');
    }
}
