using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace LegalService.EndToEnd.Support;

/// <summary>The real server with the shipped corpus, on a free port and with a data directory of its own.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("legal-e2e-");
    private readonly Process process;

    private ServerProcess(IEnumerable<string> settings) => process = Process.Start(Command(data, settings))!;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it and waits until it can answer.</summary>
    /// <param name="settings">Further arguments.</param>
    public static async Task<ServerProcess> StartAsync(params string[] settings)
    {
        var server = new ServerProcess(settings);
        try
        {
            using var timeout = new CancellationTokenSource(Patience);
            server.Address = await server.ReadAddressAsync(timeout.Token);
            await server.WaitUntilReadyAsync(timeout.Token);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        data.Delete(recursive: true);
    }

    /// <summary>Runs one of the server's commands over the same data and gives what it prints.</summary>
    public async Task<string> RunAsync(params string[] command)
    {
        var start = Command(data, []);
        start.ArgumentList.Clear();
        foreach (var argument in (string[])[Assembly, .. command, "--Storage:DataDirectory", data.FullName])
            start.ArgumentList.Add(argument);
        using var run = Process.Start(start)!;
        var (printed, failed) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        using var timeout = new CancellationTokenSource(Patience);
        await run.WaitForExitAsync(timeout.Token);
        return run.ExitCode == 0 ? await printed : throw new InvalidOperationException(await printed + await failed);
    }

    private static string Assembly { get; } =
        typeof(ServerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "ServerAssembly").Value!;

    private static ProcessStartInfo Command(DirectoryInfo data, IEnumerable<string> settings)
    {
        string[] arguments =
        [
            Assembly, "--urls", "http://127.0.0.1:0", "--Storage:DataDirectory", data.FullName,
            "--RateLimits:AnswersPerMinute", "100000", "--RateLimits:ReadsPerMinute", "100000",
            "--RateLimits:TokensPerMinute", "100000", "--RateLimits:PollsPerMinute", "100000", "--RateLimits:UploadsPerMinute", "100000", .. settings,
        ];
        return new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
    }

    /// <summary>The address it prints. It is listened to until its end, so that it never waits for a reader.</summary>
    private Task<Uri> ReadAddressAsync(CancellationToken timeout)
    {
        var said = new ConcurrentQueue<string>();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.OutputDataReceived += (_, line) =>
        {
            said.Enqueue(line.Data ?? "");
            if (line.Data is null)
                address.TrySetException(new InvalidOperationException("The server ended before it listened:\n" + string.Join('\n', said)));
            else if (ChatAddress().Match(line.Data) is { Success: true } match)
                address.TrySetResult(new Uri(match.Value));
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return address.Task.WaitAsync(timeout);
    }

    private async Task WaitUntilReadyAsync(CancellationToken timeout)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            using var response = await client.GetAsync(new Uri("health/ready", UriKind.Relative), timeout);
            if (response.StatusCode == HttpStatusCode.OK)
                return;
            await timer.WaitForNextTickAsync(timeout);
        }
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChatAddress();
}
