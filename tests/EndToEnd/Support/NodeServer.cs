using System.Diagnostics;

namespace LegalService.EndToEnd.Support;

/// <summary>A server of npm that plays the other side of a protocol; it prints its address as its first line.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private NodeServer(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <param name="program">Its file beside the clients, and what it is told.</param>
    public static async Task<NodeServer> StartAsync(params string[] program)
    {
        var started = NodeClient.Start(program);
        try
        {
            using var timeout = new CancellationTokenSource(Patience);
            var address = await started.StandardOutput.ReadLineAsync(timeout.Token)
                ?? throw new InvalidOperationException(await started.StandardError.ReadToEndAsync(timeout.Token));
            // Listened to until its end, so that it never waits for a reader.
            started.BeginErrorReadLine();
            return new(started, new Uri(address));
        }
        catch
        {
            started.Kill(entireProcessTree: true);
            started.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
