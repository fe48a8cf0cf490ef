using System.CommandLine;
using LegalService.Knowledge.Checking;

namespace LegalService.Tool.Commands;

/// <summary><c>check</c>: holds notes and FAQ against the text of the statutes.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var corpus = CommonOptions.Corpus();
        var against = new Option<string>("--against") { Description = "import 写出的全文文件夹", DefaultValueFactory = _ => DefaultFolders.FullText };
        var command = new Command("check", "对照条文全文，检查大意和问答：条号、数字、期限、照抄") { corpus, against };
        CommonOptions.SetAction(command, async (parsed, token) =>
        {
            var shipped = await CommonOptions.ReadCorpusAsync(parsed.GetValue(corpus)!, token);
            var fullText = await CommonOptions.ReadCorpusAsync([parsed.GetValue(against)!], token);
            if (fullText.Statutes.Count == 0)
                throw new CommandException("没有全文可对照，请先运行 import，或用 --against 指出全文文件夹");
            var problems = new CorpusChecker(shipped, fullText).Check();
            foreach (var problem in problems)
                Console.WriteLine(problem.ToString());
            Console.WriteLine(
                $"laws={shipped.Notes.Select(n => n.Law).Distinct(StringComparer.Ordinal).Count()} notes={shipped.Notes.Sum(n => n.Notes.Count)} faq={shipped.Faq.Count} lexicon={shipped.Lexicon.Count} problems={problems.Count}");
            if (problems.Count > 0)
                throw new CommandException("有问题要改");
        });
        return command;
    }
}
