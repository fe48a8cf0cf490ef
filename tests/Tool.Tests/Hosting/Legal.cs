using System.Diagnostics;
using System.Text;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Tool.Tests.Hosting;

/// <summary>The command line in a folder of its own.</summary>
public sealed class Legal : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>The corpus of invented laws that is read only.</summary>
    public static string Corpus => Path.Combine(AppContext.BaseDirectory, "test-corpus");

    /// <summary>Statutes to import.</summary>
    public static string Statutes => Path.Combine(AppContext.BaseDirectory, "test-statutes");

    /// <summary>A path in the folder in which the commands run.</summary>
    public string this[string name] => _folder[name];

    /// <summary>Writes a text file, lines separated by line feeds, and gives back its path.</summary>
    public string Write(string name, params string[] lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], string.Join('\n', lines));
        return this[name];
    }

    /// <summary>Writes a law to be imported: title, what stands above the articles, articles.</summary>
    public void WriteLaw(string file, string title, string passed, params string[] articles) =>
        Write(file, [$"# {title}", "", $"{passed} 水井委员会公布", "", "<!-- INFO END -->", "", .. articles.SelectMany(article => (string[])[article, ""])]);

    /// <summary>Runs a command to its end.</summary>
    public async Task<Outcome> RunAsync(params string[] arguments)
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
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LegalService.Tool.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, await output, await error);
    }

    /// <summary>Runs a command that must succeed.</summary>
    public async Task<string> SucceedAsync(params string[] arguments)
    {
        var outcome = await RunAsync(arguments);
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        return outcome.Output;
    }

    /// <summary>Runs a command that must fail with one line for its user; gives that line back.</summary>
    public async Task<string> FailAsync(params string[] arguments)
    {
        var outcome = await RunAsync(arguments);
        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        return outcome.Error.TrimEnd().Split('\n')[^1];
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>How a command ended.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Error);
}
