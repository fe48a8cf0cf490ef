using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Processes;

/// <summary>The server as an operator starts it: a process of its own, with nothing but its command line and environment.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    public ServerProcess(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LegalService.Server.dll"));
        foreach (var argument in arguments.Append("--Knowledge:Folders:0=" + LegalServer.OwnCorpus))
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The folder it was started in.</summary>
    public string WorkingDirectory => _folder.Path;

    public string Output => string.Join('\n', _output);

    /// <summary>The address it says it answers at.</summary>
    public async Task<Uri> AddressAsync()
    {
        var lines = await Eventually.ReadAsync(
            () => Task.FromResult<IReadOnlyList<string>>([.. _output]),
            seen => _process.HasExited || seen.Any(line => line.Contains("问答页面", StringComparison.Ordinal)));
        var line = lines.FirstOrDefault(line => line.Contains("问答页面", StringComparison.Ordinal));
        Assert.True(line is not null, Output);
        return new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim());
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await Eventually.ReadAsync(() => Task.FromResult(_process.HasExited), ended => ended);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_ENV", StringComparison.OrdinalIgnoreCase);

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
            _output.Enqueue(text);
    }
}
