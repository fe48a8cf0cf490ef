using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Ranking;
using LegalService.Tool.Evaluation;

namespace LegalService.Tool.Commands;

/// <summary><c>evaluate</c>: how well the right articles are found for labelled questions.</summary>
internal static class EvaluateCommand
{
    private const int Found = 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = false };

    public static Command Create()
    {
        var (corpus, questions, asOf) = (CommonOptions.Corpus(), CommonOptions.Questions(), CommonOptions.AsOf());
        var json = new Option<FileInfo?>("--json") { Description = "把每个问题的名次写进这个文件" };
        var compare = new Option<bool>("--compare") { Description = "同一次运行里也测普通的 Lucene BM25，打印一张表" };
        var explain = new Option<string?>("--explain") { Description = "只看这个编号的问题：它的条文和排在前面的条文，每个特征的值" };
        var misses = new Option<FileInfo?>("--misses") { Description = "前十条里一条都没找对的问题，连同排在前面的条文，写进这个文件" };
        var command = new Command("evaluate", "测量问题能不能找到正确的条文") { corpus, questions, asOf, json, compare, explain, misses };
        CommonOptions.SetAction(command, async (parsed, token) =>
        {
            var labelled = QuestionSet.Read(parsed.GetValue(questions)!);
            var read = await CommonOptions.ReadCorpusAsync(parsed.GetValue(corpus)!, token);
            var start = Stopwatch.GetTimestamp();
            using var index = KnowledgeIndex.BuildInMemory(read, token);
            var built = Stopwatch.GetElapsedTime(start);
            var day = parsed.GetValue(asOf);
            var search = new ArticleSearch(index);
            if (parsed.GetValue(explain) is { } id)
            {
                foreach (var line in labelled.Where(question => question.Id.ToString() == id).SelectMany(Explain))
                    Console.WriteLine(line);
                return;
            }

            if (parsed.GetValue(compare))
                Comparison.Print(index, labelled, day, built);
            var metrics = Evaluator.Run(labelled, question => search.Find(search.Analyze(question), day).Candidates.Select(candidate => candidate.Entry.Key));
            Console.WriteLine(metrics.ToString());
            if (parsed.GetValue(json) is { } file)
                await WriteAsync(file, metrics, token);
            if (parsed.GetValue(misses) is { } missed)
                await File.WriteAllLinesAsync(missed.FullName, Missed(labelled, metrics).SelectMany(question => Explain(question).Append("")), token);

            IEnumerable<string> Explain(LabelledQuestion question) => Explanation.Of(question, search.Find(search.Analyze(question.Question), day));
        });
        return command;
    }

    private static IEnumerable<LabelledQuestion> Missed(IReadOnlyList<LabelledQuestion> questions, Metrics metrics) =>
        questions.Where(question => question.Articles.Count > 0).Zip(metrics.Results)
            .Where(pair => !pair.Second.Ranks.Any(rank => rank <= Found)).Select(pair => pair.First);

    private static async Task WriteAsync(FileInfo file, Metrics metrics, CancellationToken token)
    {
        await using var stream = file.Create();
        await JsonSerializer.SerializeAsync(
            stream, new { summary = metrics.ToString(), questions = metrics.Results.Select(result => new { id = result.Id, ranks = result.Ranks }) }, Json, token);
    }
}
