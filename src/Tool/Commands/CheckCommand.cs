using System.CommandLine;
using LegalService.Knowledge.Checking;
using Spectre.Console;

namespace LegalService.Tool.Commands;

/// <summary><c>check</c>: holds notes and FAQ against the text of the statutes.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var corpus = CommonOptions.Corpus();
        var against = new Option<string>("--against") { Description = "import 写出的全文文件夹", DefaultValueFactory = _ => DefaultFolders.FullText };
        var stale = new Option<bool>("--stale") { Description = "列出条文改了或者没了、要重新核对的大意和问答，并对照新旧条文" };
        var laws = new Option<bool>("--laws") { Description = "列出每部法律写了多少条大意" };
        var json = new Option<string?>("--json") { Description = "把全部结果写进这个 JSON 文件" };
        var command = new Command("check", "对照条文全文，检查大意和问答：条号、数字、以上以下、期限、照抄、重复的问法、长句") { corpus, against, stale, laws, json };
        CommonOptions.SetAction(command, async (parsed, token) =>
        {
            var shipped = await CommonOptions.ReadCorpusAsync(parsed.GetValue(corpus)!, token);
            var fullText = await CommonOptions.ReadCorpusAsync([parsed.GetValue(against)!], token);
            if (fullText.Statutes.Count == 0)
                throw new CommandException("没有全文可对照，请先运行 import，或用 --against 指出全文文件夹");
            var report = CheckReport.Of(shipped, fullText, CommonOptions.Today());
            if (parsed.GetValue(json) is { } file)
                await File.WriteAllTextAsync(file, report.ToJson(), token);
            if (parsed.GetValue(stale))
                Print(report.Stale);
            else if (parsed.GetValue(laws))
                Print(report.Laws);
            else
                Print(report);
        });
        return command;
    }

    private static void Print(CheckReport report)
    {
        foreach (var problem in report.Problems)
            Console.WriteLine(problem.ToString());
        Console.WriteLine(
            $"reading: sentences={report.Reading.Sentences} average={report.Reading.AverageLength:0.0} longest={report.Reading.LongestLength} legal_share={report.Reading.LegalShare:0.000}");
        Console.WriteLine(
            $"laws={report.Laws.Count} notes={report.Notes} faq={report.Faq} lexicon={report.Lexicon} problems={report.Problems.Count} errors={report.Errors} warnings={report.Problems.Count - report.Errors} stale={report.Stale.Count}");
        if (report.Errors > 0)
            throw new CommandException("有问题要改");
    }

    private static void Print(IReadOnlyList<LawCount> laws)
    {
        foreach (var law in laws)
            Console.WriteLine($"{law.Law} {law.Notes}{(law.Articles is { } articles ? $"/{articles}" : "")}");
        Console.WriteLine($"laws={laws.Count} notes={laws.Sum(law => law.Notes)} whole={laws.Count(law => law.Notes >= law.Articles)}");
    }

    private static void Print(IReadOnlyList<StaleNote> stale)
    {
        foreach (var note in stale)
        {
            var what = note.Kind switch { StaleKind.Changed => "条文改了", StaleKind.Fell => "新版本没有这一条", _ => "整部法律已经废止" };
            Console.WriteLine($"{note.File}({note.Line}): {note.Article} {what}（大意按 {note.WrittenFor:yyyy-MM-dd} 的版本写，最新是 {note.Newest:yyyy-MM-dd}）");
            if (note.Faq.Count > 0)
                Console.WriteLine($"  问答：{string.Join('、', note.Faq)}");
            Print(TextDiff.Of(note.OldText, note.NewText ?? ""));
        }

        Console.WriteLine($"stale={stale.Count} faq={stale.SelectMany(note => note.Faq).Distinct(StringComparer.Ordinal).Count()}");
    }

    // Without colours (in a file, in a pipe) the marks of wdiff say the same.
    private static void Print(IReadOnlyList<DiffPart> parts)
    {
        if (AnsiConsole.Profile.Capabilities.ColorSystem == ColorSystem.NoColors || Console.IsOutputRedirected)
        {
            Console.WriteLine("  " + TextDiff.ToText(parts).Replace("\n", "\n  ", StringComparison.Ordinal));
            return;
        }

        AnsiConsole.MarkupLine("  " + string.Concat(parts.Select(part => (part.Kind, Markup.Escape(part.Text)) switch
        {
            (DiffKind.Removed, var text) => $"[red strikethrough]{text}[/]",
            (DiffKind.Added, var text) => $"[green]{text}[/]",
            (_, var text) => text,
        })));
    }
}
