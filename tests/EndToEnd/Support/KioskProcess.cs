using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace LegalService.EndToEnd.Support;

/// <summary>The real kiosk with the shipped corpus, on a free port and with a data directory of its own.</summary>
internal sealed partial class KioskProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> _said = new();
    private readonly Process _process;

    private KioskProcess(Uri server, IEnumerable<string> settings)
    {
        string[] arguments = [Assembly, "--urls", "http://127.0.0.1:0", "--Server:BaseUrl", server.ToString(), "--Storage:DataDirectory", Data.FullName, "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information", .. settings];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
    }

    /// <summary>Where it serves its screen.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Where it keeps what it keeps.</summary>
    public DirectoryInfo Data { get; } = Directory.CreateTempSubdirectory("legal-kiosk-e2e-");

    /// <summary>Its process.</summary>
    public int Id => _process.Id;

    /// <summary>Everything it wrote to its log.</summary>
    public string Log => string.Join('\n', _said);

    private static string Assembly { get; } =
        typeof(KioskProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "KioskAssembly").Value!;

    /// <summary>Starts it and waits until it shows its first screen.</summary>
    /// <param name="server">The centre.</param>
    /// <param name="settings">Further arguments.</param>
    public static async Task<KioskProcess> StartAsync(Uri server, params string[] settings)
    {
        var kiosk = new KioskProcess(server, settings);
        try
        {
            using var timeout = new CancellationTokenSource(Patience);
            kiosk.Address = await kiosk.ReadAddressAsync(timeout.Token);
            using var client = new HttpClient { BaseAddress = kiosk.Address };
            using var response = await client.GetAsync(new Uri("/", UriKind.Relative), timeout.Token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return kiosk;
        }
        catch
        {
            await kiosk.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Data.Delete(recursive: true);
    }

    /// <summary>The address it logs. It is listened to until its end, so that it never waits for a reader.</summary>
    private Task<Uri> ReadAddressAsync(CancellationToken timeout)
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.OutputDataReceived += (_, line) =>
        {
            _said.Enqueue(line.Data ?? "");
            if (line.Data is null)
                address.TrySetException(new InvalidOperationException("The kiosk ended before it listened:\n" + Log));
            else if (Listening().Match(line.Data) is { Success: true } match)
                address.TrySetResult(new Uri(match.Value));
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return address.Task.WaitAsync(timeout);
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Listening();
}
