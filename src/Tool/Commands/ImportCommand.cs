using System.CommandLine;
using LegalService.Knowledge.Import;
using Spectre.Console;

namespace LegalService.Tool.Commands;

/// <summary><c>import SOURCE</c>: reads a folder tree of statutes (Markdown, DOCX) into a full-text corpus.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var source = new Argument<DirectoryInfo>("source") { Description = "放着法律文件的文件夹（.md、.docx，包括下级文件夹）" };
        source.AcceptExistingOnly();
        var output = new Option<string>("--out") { Description = "写到这个文件夹", DefaultValueFactory = _ => DefaultFolders.FullText };
        var command = new Command("import", "读入法律全文，写成可以搜索的语料") { source, output };
        CommonOptions.SetAction(command, async (parsed, token) =>
        {
            var (from, to) = (parsed.GetValue(source)!.FullName, parsed.GetValue(output)!);
            Print(await RunAsync(from, to, token), to);
        });
        return command;
    }

    private static Task<ImportReport> RunAsync(string source, string output, CancellationToken token) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var bar = context.AddTask("读入法律");
            var progress = new ImmediateProgress<ImportProgress>(state =>
            {
                bar.MaxValue = Math.Max(1, state.Total);
                bar.Value = state.Done;
            });
            return await new StatuteImporter().ImportAsync(source, output, progress, token);
        });

    private static void Print(ImportReport report, string output)
    {
        foreach (var problem in report.Problems.OrderByDescending(problem => problem.FileSkipped).ThenBy(problem => problem.File, StringComparer.Ordinal))
            Console.WriteLine($"{(problem.FileSkipped ? "跳过" : "注意")} {problem.File}: {problem.Code} {problem.Reason}");
        Console.WriteLine(
            $"files={report.Files} laws={report.Laws} versions={report.Versions} articles={report.Articles} whole_documents={report.WholeDocuments} skipped={report.Problems.Count(problem => problem.FileSkipped)} notices={report.Problems.Count(problem => !problem.FileSkipped)}");
        if (report.Laws == 0)
            throw new CommandException("一部法律也没有读出来，原来的全文没有动");
        Console.WriteLine($"已写到 {output}");
    }
}
