using System.CommandLine;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Ranking;
using LegalService.Tool.Commands;
using LegalService.Tool.Evaluation;
using LegalService.Training.Calibration;
using LegalService.Training.Encoders;
using LegalService.Training.Output;
using LegalService.Training.Ranking;

namespace LegalService.Training;

/// <summary><c>train</c>: everything from article text and answered questions to the files in <c>corpus/ranking</c>.</summary>
internal static class TrainCommand
{
    private static readonly EncoderSettings Encoder = new();
    private static readonly TreeSettings Trees = new();

    public static Command Create()
    {
        var (corpus, questions, asOf) = (CommonOptions.Corpus(), CommonOptions.Questions(), CommonOptions.AsOf());
        var output = new Option<DirectoryInfo>("--out") { Description = "把学到的文件写进这个文件夹", Required = true };
        var folds = new Option<int>("--folds") { Description = "交叉验证分几份", DefaultValueFactory = _ => 5 };
        var bench = new Option<DirectoryInfo?>("--bench") { Description = "把数字的表格和曲线图写进这个文件夹" };
        var quick = new Option<bool>("--quick") { Description = "不做没有说明文字时的对照，省几分钟" };
        var command = new Command("train", "训练编码器和排序，并在没见过的问题上测量") { corpus, questions, asOf, output, folds, bench, quick };
        CommonOptions.SetAction(command, async (parsed, token) =>
        {
            var labelled = QuestionSet.Read(parsed.GetValue(questions)!).Where(question => question.Articles.Count > 0).ToList();
            var read = await CommonOptions.ReadCorpusAsync(parsed.GetValue(corpus)!, token);
            var (day, count) = (parsed.GetValue(asOf), parsed.GetValue(folds));
            var fold = QuestionFolds.Of(labelled, count, Encoder.Seed);
            var report = new Report(labelled, fold);
            var run = new TrainingRun(read, labelled, fold, day, Encoder);
            report.Add("plain BM25", BaselineOf(run.Index, labelled, day));
            var pretrained = run.Pretrain();
            var tables = Tables(run, pretrained, count);
            Ablate(report, tables, count);
            var ordered = CrossValidation.Run(tables, count, Stage.All, Trees);
            report.Add("all", ordered);
            if (!parsed.GetValue(quick))
                WithoutNotes(report, read, labelled, fold, day, count);

            var calibrator = new Calibrator(ordered, count, read.Answers?.Outcomes ?? new OutcomeTexts(), day);
            var manifest = calibrator.Fit();
            var (encoder, memory) = run.Tune(pretrained, without: -1);
            var trees = TreeTrainer.Train(tables, Stage.All.Places(), Stage.All.Keeps, Trees with { Threads = 1 });
            var facts = new RunFacts(Describe(run.Index), labelled.Count, day, count, Encoder, Trees, report.Rows);
            ArtefactWriter.Write(parsed.GetValue(output)!, encoder, memory, trees, manifest, facts);
            BenchWriter.Write(parsed.GetValue(bench), report, calibrator, manifest);
            run.Say("done");
        });
        return command;
    }

    private static Metrics BaselineOf(KnowledgeIndex index, IReadOnlyList<LabelledQuestion> questions, DateOnly day)
    {
        using var baseline = new PlainBm25(index.Articles, day, new HanAnalyzer());
        return Evaluator.Run(questions, baseline.Search);
    }

    private static List<QuestionTable> Tables(TrainingRun run, TrainableTable pretrained, int folds)
    {
        var tables = new List<QuestionTable>();
        for (var fold = 0; fold < folds; fold++)
        {
            var (encoder, memory) = run.Tune(pretrained, fold);
            tables.AddRange(run.Tables(encoder, memory, fold));
            run.Say($"fold {fold + 1} of {folds}");
        }

        return tables;
    }

    private static void Ablate(Report report, List<QuestionTable> tables, int folds)
    {
        report.Add("linear", [.. tables.Select(table => Ordered.By(table, place => Stage.Features.Keeps(table, place), place => table.Linear[place]))]);
        var encoded = RankingFeatures.Names.ToList().IndexOf("encoded");
        report.Add("encoder alone, among the candidates", [.. tables.Select(table => Ordered.By(table, _ => true, place => table.Rows[place][encoded]))]);
        foreach (var stage in (Stage[])[Stage.Features, Stage.Votes, Stage.Encoder])
            report.Add(stage.Name, CrossValidation.Run(tables, folds, stage, Trees));
        report.Add("all, with FastTree in place of LightGBM", CrossValidation.Run(tables, folds, Stage.All, Trees with { LightGbm = false }));
    }

    /// <summary>What the text that we wrote is worth: the same without notes, ways of asking and FAQ.</summary>
    private static void WithoutNotes(
        Report report, LegalCorpus corpus, IReadOnlyList<LabelledQuestion> questions, int[] fold, DateOnly day, int folds)
    {
        var run = new TrainingRun(corpus with { Notes = [], Faq = [] }, questions, fold, day, Encoder);
        report.Add("all, without notes and FAQ", CrossValidation.Run(Tables(run, run.Pretrain(), folds), folds, Stage.All, Trees));
    }

    private static string Describe(KnowledgeIndex index) => FormattableString.Invariant(
        $"{index.Articles.Entries.Count(entry => entry.Text is not null):N0} articles with text, {index.Articles.Entries.Count(entry => entry.Note is not null):N0} with our note, {index.Questions.Count:N0} ways of asking");
}
