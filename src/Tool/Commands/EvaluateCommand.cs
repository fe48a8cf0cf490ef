using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using LegalService.Tool.Evaluation;

namespace LegalService.Tool.Commands;

/// <summary><c>evaluate</c>: how well the right articles are found for labelled questions.</summary>
internal static class EvaluateCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = false };

    public static Command Create()
    {
        var (corpus, questions, asOf) = (CommonOptions.Corpus(), CommonOptions.Questions(), CommonOptions.AsOf());
        var json = new Option<FileInfo?>("--json") { Description = "把每个问题的名次写进这个文件" };
        var compare = new Option<bool>("--compare") { Description = "同一次运行里也测普通的 Lucene BM25，打印一张表" };
        var explain = new Option<string?>("--explain") { Description = "只看这个编号的问题：它的条文和排在前面的条文，每个特征的值" };
        var misses = new Option<FileInfo?>("--misses") { Description = "前十条里一条都没找对的问题，连同排在前面的条文和原因，写进这个文件" };
        var heldOut = new Option<DirectoryInfo?>("--held-out") { Description = "train --held-out 写的文件夹：每个问题用没学过它的模型来量" };
        var without = new Option<string[]>("--without") { Description = "再量一次，不用 notes、faq、encoder、votes 或 learned；可以写几次，一次里的几样用加号连起来" };
        var per = new Option<string[]>("--per") { Description = "按 law（法律）或 topic（问题的关键词）分开的表" };
        per.AcceptOnlyFromAmong([.. Breakdown.Kinds]);
        var shown = new Option<bool>("--shown") { Description = "再打印一行：群众看到的条文有几条、对不对，答了多少、答对多少" };
        var rewrites = new Option<bool>("--rewrites") { Description = "再量五遍：同音错字、没有标点、叠字、前有问候后有恳求、繁体字" };
        var command = new Command("evaluate", "测量问题能不能找到正确的条文") { corpus, questions, asOf, json, compare, explain, misses, heldOut, without, per, shown, rewrites };
        CommonOptions.SetAction(command, async (parsed, token) =>
        {
            var labelled = QuestionSet.Read(parsed.GetValue(questions)!).Where(question => question.Articles.Count > 0).ToList();
            var parts = parsed.GetValue(without)!.Select(text => (Text: text, Parts: PartsExtensions.Parse(text))).ToList();
            var models = parsed.GetValue(heldOut) is { } folder ? HeldOutModels.Read(folder.FullName) : null;
            var read = await CommonOptions.ReadCorpusAsync(parsed.GetValue(corpus)!, token);
            var day = parsed.GetValue(asOf);
            foreach (var part in parts)
                Console.WriteLine($"without {part.Text}: {MeasureWithout(part.Parts)}");
            var start = Stopwatch.GetTimestamp();
            using var bench = Bench.Open(read, models, Parts.None, day, token);
            var built = Stopwatch.GetElapsedTime(start);
            if (parsed.GetValue(explain) is { } id)
            {
                foreach (var line in labelled.Where(question => question.Id.ToString() == id).SelectMany(question => Explanation.Of(question, bench.Find(question), bench.TreesFor(question))))
                    Console.WriteLine(line);
                return;
            }

            if (parsed.GetValue(compare))
                Comparison.Print(bench.Index, labelled, day, built);
            var metrics = Evaluator.Run(labelled, bench.Articles);
            foreach (var line in parsed.GetValue(per)!.SelectMany(kind => Breakdown.Table(kind, labelled, metrics)))
                Console.WriteLine(line);
            foreach (var line in parsed.GetValue(rewrites) ? RewriteReport.Lines(labelled, bench.Articles, metrics) : [])
                Console.WriteLine(line);
            if (parsed.GetValue(shown))
                Console.WriteLine(ShownFigures.Line(bench, labelled));
            Console.WriteLine(metrics.ToString());
            if (parsed.GetValue(json) is { } file)
                await WriteAsync(file, metrics, token);
            if (parsed.GetValue(misses) is { } missed)
                await File.WriteAllLinesAsync(missed.FullName, MissReport.Lines(bench, labelled, metrics), token);

            Metrics MeasureWithout(Parts left)
            {
                using var other = Bench.Open(read, models, left, day, token);
                return Evaluator.Run(labelled, other.Articles);
            }
        });
        return command;
    }

    private static async Task WriteAsync(FileInfo file, Metrics metrics, CancellationToken token)
    {
        await using var stream = file.Create();
        await JsonSerializer.SerializeAsync(
            stream, new { summary = metrics.ToString(), questions = metrics.Results.Select(result => new { id = result.Id, ranks = result.Ranks }) }, Json, token);
    }
}
