using System.Diagnostics;

namespace LegalService.CardReader;

/// <summary>A simulated reader at one end of a serial line of the system; the kiosk opens the other.</summary>
internal sealed class SerialPair : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("legalservice-serial-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private Process? _line;
    private FileStream? _end;

    public ReaderModule Module { get; } = new();

    /// <summary>Changes what the reader sends on its way; null: nothing does.</summary>
    public Func<byte[], byte[]>? Garble { get; set; }

    /// <summary>The kiosk's end.</summary>
    public string Port => Path.Combine(_folder, "kiosk");

    public static async Task<SerialPair> StartAsync()
    {
        var pair = new SerialPair();
        var reader = Path.Combine(pair._folder, "reader");
        pair._line = Process.Start(new ProcessStartInfo("socat", [$"pty,raw,echo=0,link={reader}", $"pty,raw,echo=0,link={pair.Port}"]))
            ?? throw new InvalidOperationException("These tests need socat; test.sh installs it.");
        while (!File.Exists(reader) || !File.Exists(pair.Port))
            await Task.Delay(20);
        pair._end = Line.Open(reader);
        _ = SerialSide.ServeAsync(pair._end, pair.Module, answer => pair.Garble?.Invoke(answer) ?? answer, pair._stop.Token);
        return pair;
    }

    /// <summary>Pulls the plug.</summary>
    public void Unplug() => _line!.Kill();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _line!.Kill();
        await _line.WaitForExitAsync();
        _line.Dispose();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
