using System.Diagnostics;

namespace LegalService.Load.Kiosk;

/// <summary>A <see cref="KioskChild"/> in a process of its own.</summary>
internal sealed class KioskProcess : IAsyncDisposable
{
    private readonly Process _process;

    private KioskProcess(Process process) => _process = process;

    public static async Task<KioskProcess> StartAsync(Uri centre, string data, string answersFile)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["kiosk-child", answersFile])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings(centre, data))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        var kiosk = new KioskProcess(process);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == KioskChild.Ready)
                return kiosk;
        }

        throw new InvalidOperationException("The kiosk did not start");
    }

    /// <summary>What the kiosk answers; null when it was killed before.</summary>
    public async Task<string?> AskAsync(string order)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(order);
            await _process.StandardInput.FlushAsync();
            return await _process.StandardOutput.ReadLineAsync();
        }
        catch (IOException)
        {
            return null;
        }
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
        _process.Dispose();
    }

    private static IEnumerable<(string Name, string Value)> Settings(Uri centre, string data) =>
    [
        ("Storage__DataDirectory", data),
        ("Server__BaseUrl", centre.ToString()),
        ("Server__TryEvery", "00:00:00.2"),
        ("Server__ConnectWithin", "00:00:01"),
        ("Server__CallWithin", "00:00:03"),
        ("Outbox__WaitForCentre", "00:00:02"),
        ("Outbox__FirstDelay", "00:00:00.2"),
        ("Outbox__LongestDelay", "00:00:02"),
    ];
}
