using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LegalService.Knowledge.Import;

/// <summary>Imports the full text of statutes from a folder of Markdown and DOCX files. Safe to use from several threads.</summary>
/// <param name="logger">Told about every file that is skipped; null for none.</param>
/// <param name="limits">Null for the defaults.</param>
public sealed class StatuteImporter(ILogger<StatuteImporter>? logger = null, ImportLimits? limits = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<StatuteImporter>.Instance;
    private readonly ImportLimits _limits = limits ?? new ImportLimits();

    /// <summary>
    /// Reads every *.md and *.docx below a folder and writes the full-text corpus. A file that cannot be read costs only itself.
    /// Nothing is ever fetched, and no symbolic link is followed. The same source gives the same corpus.
    /// </summary>
    /// <param name="source">The folder to read, with all below it.</param>
    /// <param name="output">The folder of the corpus. Replaced as a whole at the end; untouched when no law could be read.</param>
    /// <param name="progress">Told after each file; null for none.</param>
    /// <param name="ct">Ends the import and leaves the corpus as it was.</param>
    /// <exception cref="IOException">The corpus cannot be written, or another import is writing it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public async Task<ImportReport> ImportAsync(
        string source, string output, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(output);
        if (!Directory.Exists(source))
            return Report(0, [], [new ImportProblem("", "source.missing", $"There is no folder {source}.", FileSkipped: true)]);

        var problems = new List<ImportProblem>();
        var files = SourceFiles.Find(source, problems, ct);
        var read = await ReadAllAsync(source, files, progress, ct);
        problems.AddRange(read.Select(file => file.Problem).OfType<ImportProblem>());
        var statutes = StatuteAssembler.Assemble([.. read.Select(file => file.Version).OfType<ReadVersion>()], problems);
        if (statutes.Count == 0)
            problems.Add(new ImportProblem("", "source.empty", "No law could be read. The corpus was left as it was.", FileSkipped: true));
        else
            await FullTextStore.WriteAsync(output, statutes, ct);

        var report = Report(files.Count, statutes, problems);
        foreach (var problem in report.Problems.Where(problem => problem.FileSkipped))
            _logger.LogWarning("Not imported: {File}: {Code}: {Reason}", problem.File, problem.Code, problem.Reason);
        _logger.LogInformation(
            "Imported {Laws} laws, {Versions} versions, {Articles} articles from {Files} files",
            report.Laws, report.Versions, report.Articles, report.Files);
        return report;
    }

    private async Task<FileResult[]> ReadAllAsync(
        string source, List<string> files, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var results = new FileResult[files.Count];
        var done = 0;
        var options = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForAsync(0, files.Count, options, async (index, stop) =>
        {
            results[index] = await ReadAsync(source, files[index], stop);
            progress?.Report(new ImportProgress(Interlocked.Increment(ref done), files.Count, files[index]));
        });
        return results;
    }

    private async Task<FileResult> ReadAsync(string source, string file, CancellationToken ct)
    {
        try
        {
            var path = Path.Combine(source, file);
            var isDocx = file.EndsWith(".docx", StringComparison.OrdinalIgnoreCase);
            var length = new FileInfo(path).Length;
            // Not even opened: a named pipe has this length too, and would never end.
            if (length == 0)
                return FileResult.Skip(file, "text.empty", "The file is empty.");
            if (length > _limits.MaxFileBytes)
                return FileResult.Skip(file, isDocx ? "docx.tooLarge" : "text.tooLarge", $"The file is larger than {_limits.MaxFileBytes} bytes.");
            var bytes = await File.ReadAllBytesAsync(path, ct);
            var result = isDocx ? DocxReader.Read(file, bytes, _limits, ct) : MarkdownReader.Read(file, bytes, _limits);
            return result.Document is { } document ? new FileResult(VersionReader.Read(document), null) : new FileResult(null, result.Problem);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileResult.Skip(file, "file.unreadable", $"The file cannot be read: {e.Message}");
        }
        catch (RegexMatchTimeoutException)
        {
            return FileResult.Skip(file, "text.tooComplex", "A line of the file took too long to understand.");
        }
    }

    private static ImportReport Report(int files, IReadOnlyList<Law.Statute> statutes, List<ImportProblem> problems)
    {
        var versions = statutes.SelectMany(statute => statute.Versions).ToList();
        return new ImportReport(
            files,
            statutes.Count,
            versions.Count,
            versions.Sum(version => version.Articles.Count),
            versions.Count(version => version.Articles.Count == 0),
            [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal)]);
    }

    private readonly record struct FileResult(ReadVersion? Version, ImportProblem? Problem)
    {
        public static FileResult Skip(string file, string code, string reason) =>
            new(null, ReadResult.Skip(file, code, reason).Problem);
    }
}
