using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace LegalService.EndToEnd.Support;

/// <summary>The real clients of npm, run in Node. test.sh installs them by their lock file.</summary>
internal static class NodeClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string Folder => typeof(NodeClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Clients").Value!;

    /// <summary>Runs one scenario of directline.mjs and fails with what it said.</summary>
    public static Task RunAsync(string scenario, Uri server, string secret) => RunAsync("directline.mjs", scenario, server.ToString(), secret);

    /// <summary>Runs a client and fails with what it said.</summary>
    /// <param name="client">Its file, and what it is told.</param>
    public static async Task RunAsync(params string[] client)
    {
        using var process = Start(client);
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await said + await failed);
    }

    /// <summary>Starts a program of the folder.</summary>
    /// <param name="program">Its file, and what it is told.</param>
    public static Process Start(params string[] program)
    {
        Assert.True(Directory.Exists(Path.Combine(Folder, "node_modules")), $"The clients are not installed. Run: cd {Folder} && npm ci");
        return Process.Start(new ProcessStartInfo("node", program)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
    }
}
