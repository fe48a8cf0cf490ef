using System.CommandLine;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Vectors;
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
        var heldOut = new Option<DirectoryInfo?>("--held-out") { Description = "把每一份各自的模型写进这个文件夹，evaluate --held-out 用它们量没见过的问题" };
        var quick = new Option<bool>("--quick") { Description = "不做没有说明文字时的对照，省几分钟" };
        var command = new Command("train", "训练编码器和排序，并在没见过的问题上测量") { corpus, questions, asOf, output, folds, bench, heldOut, quick };
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
            var (tables, notes, tuned) = Tables(run, pretrained, count);
            List<QuestionTable> taught = [.. tables, .. notes, .. Withheld(read, labelled, fold, day, count)];
            var foldTrees = CrossValidation.Trees(taught, count, Stage.All, Trees);
            var ordered = CrossValidation.Order(taught, foldTrees, Stage.All).ToLookup(order => order.Table.Setting);
            List<Ordered> full = [.. ordered[Setting.Full]];
            report.Add("all", full);
            report.Add("notes alone loaded, linear", Linear(notes));
            report.Add("notes alone loaded, all", [.. ordered[Setting.NotesAlone]]);
            report.AddWithheld("notes of a third withheld, all", [.. ordered[Setting.NotesWithheld]]);
            var calibrator = new Calibrator(full, count, read.Answers?.Outcomes ?? new OutcomeTexts(), day);
            var manifest = calibrator.Fit();
            if (parsed.GetValue(heldOut) is { } folder)
                HeldOutWriter.Write(folder, labelled, fold, which => (tuned[which].Encoder, tuned[which].Memory, foldTrees[which], calibrator.FitWithout(which)));
            var (encoder, memory) = run.Tune(pretrained, without: -1);
            var trees = TreeTrainer.Train(taught, Stage.All.Places(), Stage.All.Keeps, Trees with { Threads = 1 });
            report.Add("linear", Linear(tables));
            Write();

            // The comparisons take longer than the training: a run that is stopped in them has not been for nothing.
            Ablate(report, tables, taught, count);
            if (!parsed.GetValue(quick))
                WithoutNotes(report, read, labelled, fold, day, count);
            Write();
            run.Say("done");

            void Write()
            {
                ArtefactWriter.Write(
                    parsed.GetValue(output)!, encoder, memory, trees, manifest, new RunFacts(Describe(run.Index), labelled.Count, day, count, Encoder, Trees, report.Rows));
                BenchWriter.Write(parsed.GetValue(bench), report, calibrator, manifest);
            }
        });
        return command;
    }

    private static Metrics BaselineOf(KnowledgeIndex index, IReadOnlyList<LabelledQuestion> questions, DateOnly day)
    {
        using var baseline = new PlainBm25(index.Articles, day, new HanAnalyzer());
        return Evaluator.Run(questions, question => baseline.Search(question.Question));
    }

    /// <summary>Tables of every question, with the full text loaded and with the notes alone; and what was tuned without each fold.</summary>
    private static (List<QuestionTable> Full, List<QuestionTable> Notes, List<(TextEncoder Encoder, QuestionMemory Memory)> Tuned) Tables(
        TrainingRun run, TrainableTable pretrained, int folds)
    {
        var (full, notes, tuned) = (new List<QuestionTable>(), new List<QuestionTable>(), new List<(TextEncoder, QuestionMemory)>());
        for (var fold = 0; fold < folds; fold++)
        {
            var (encoder, memory) = run.Tune(pretrained, fold);
            tuned.Add((encoder, memory));
            full.AddRange(run.Tables(encoder, memory, fold));
            notes.AddRange(run.NotesTables(encoder, memory, fold));
            run.Say($"fold {fold + 1} of {folds}");
        }

        return (full, notes, tuned);
    }

    /// <summary>Tables as they would be had nobody written the hidden notes: an encoder of their own that never saw them, too.</summary>
    private static List<QuestionTable> Withheld(LegalCorpus corpus, IReadOnlyList<LabelledQuestion> questions, int[] fold, DateOnly day, int folds)
    {
        var run = new TrainingRun(Withholding.Of(corpus), questions, fold, day, Encoder, Setting.NotesWithheld);
        return Tables(run, run.Pretrain(), folds).Full;
    }

    private static void Ablate(Report report, List<QuestionTable> tables, List<QuestionTable> taught, int folds)
    {
        var encoded = RankingFeatures.Names.ToList().IndexOf("encoded");
        report.Add("encoder alone, among the candidates", [.. tables.Select(table => Ordered.By(table, _ => true, place => table.Rows[place][encoded]))]);
        foreach (var stage in (Stage[])[Stage.Features, Stage.Votes, Stage.Encoder])
            report.Add(stage.Name, CrossValidation.Run(tables, tables, folds, stage, Trees));
        var fromFull = CrossValidation.Run(tables, taught, folds, Stage.All, Trees).ToLookup(order => order.Table.Setting);
        report.Add("all, taught with everything loaded only", [.. fromFull[Setting.Full]]);
        report.Add("notes alone loaded, taught with everything loaded only", [.. fromFull[Setting.NotesAlone]]);
        report.AddWithheld("notes of a third withheld, taught with everything loaded only", [.. fromFull[Setting.NotesWithheld]]);
        report.Add("all, with FastTree in place of LightGBM", CrossValidation.Run(tables, tables, folds, Stage.All, Trees with { LightGbm = false }));
    }

    private static List<Ordered> Linear(List<QuestionTable> tables) =>
        tables.ConvertAll(table => Ordered.By(table, place => Stage.Features.Keeps(table, place), place => table.Linear[place]));

    /// <summary>What the text that we wrote is worth: the same without notes, ways of asking and FAQ.</summary>
    private static void WithoutNotes(
        Report report, LegalCorpus corpus, IReadOnlyList<LabelledQuestion> questions, int[] fold, DateOnly day, int folds)
    {
        var run = new TrainingRun(corpus with { Notes = [], Faq = [] }, questions, fold, day, Encoder);
        var (tables, _, _) = Tables(run, run.Pretrain(), folds);
        report.Add("all, without notes and FAQ", CrossValidation.Run(tables, tables, folds, Stage.All, Trees));
    }

    private static string Describe(KnowledgeIndex index) => FormattableString.Invariant(
        $"{index.Articles.Entries.Count(entry => entry.Text is not null):N0} articles with text, {index.Articles.Entries.Count(entry => entry.Note is not null):N0} with our note, {index.Questions.Count:N0} ways of asking");
}
