using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LegalService.Contracts;
using Refit;

namespace LegalService.Load;

/// <summary>The product's server in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly string Program = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "../../../../../src/Server/bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!), "net10.0", "LegalService.Server.dll"));

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        Api = RestService.For<ILegalServiceApi>(Http);
    }

    public HttpClient Http { get; }

    public ILegalServiceApi Api { get; }

    public int Id => _process.Id;

    /// <summary>Starts a server and waits until it takes requests; the knowledge base goes on loading behind it.</summary>
    public static async Task<ServerProcess> StartAsync(string dataDirectory, IReadOnlyDictionary<string, string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Program, "--urls", address.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Storage__DataDirectory"] = dataDirectory;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var limit in (string[])["Answers", "Reads", "Writes", "Lookups", "Submissions", "Bookings"])
            start.Environment[$"RateLimits__{limit}PerMinute"] = "10000000";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, address);
        await server.UntilAliveAsync();
        return server;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        Http.Dispose();
        _process.Dispose();
    }

    private async Task UntilAliveAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var response = await Http.GetAsync(new Uri("/health/live", UriKind.Relative));
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (attempt < 600 && !_process.HasExited)
            {
            }

            await Task.Delay(100);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
