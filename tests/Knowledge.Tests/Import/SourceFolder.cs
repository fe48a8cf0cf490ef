using System.Text;
using LegalService.Knowledge.Import;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Tests.Import;

/// <summary>A source folder and an output folder of one test.</summary>
internal sealed class SourceFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("import-").FullName;

    public string Source => Directory.CreateDirectory(Path.Combine(_root, "source")).FullName;

    public string Output => Path.Combine(_root, "corpus");

    public string Outside => Directory.CreateDirectory(Path.Combine(_root, "outside")).FullName;

    public SourceFolder Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public SourceFolder Write(string file, byte[] bytes)
    {
        var path = Path.Combine(Source, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    /// <summary>A Markdown file with the usual header.</summary>
    public SourceFolder WriteLaw(string file, string title, string history, string text) =>
        Write(file, $"# {title}\n\n{history.Replace("\n", "\n\n", StringComparison.Ordinal)}\n\n<!-- INFO END -->\n\n{text}");

    public Task<ImportReport> ImportAsync(ImportLimits? limits = null) =>
        new StatuteImporter(limits: limits).ImportAsync(Source, Output, null, CancellationToken.None);

    public async Task<IReadOnlyList<Statute>> ImportedAsync(ImportLimits? limits = null)
    {
        await ImportAsync(limits);
        return await FullTextStore.ReadAsync(Output, CancellationToken.None);
    }

    /// <summary>The one version of the one law in the source.</summary>
    public async Task<StatuteVersion> OneAsync() => Assert.Single(Assert.Single(await ImportedAsync()).Versions);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
