using System.CommandLine;
using System.Security.Cryptography;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Ranking;
using LegalService.Tool.Commands;
using LegalService.Tool.Evaluation;

namespace LegalService.Training.Tests;

public sealed class TrainingTests : IDisposable
{
    private static readonly string[] Learned = [RankingModel.EncoderFile, RankingModel.MemoryFile, RankingModel.TreesFile, RankingManifest.FileName];

    private readonly MadeUpData _data = new();

    [Fact]
    public async Task Training_twice_gives_the_same_bytes_and_a_ranking_that_works()
    {
        await RunAsync(ImportCommand.Create(), "import", _data["source"], "--out", _data["fulltext"]);

        await TrainAsync("first");
        await TrainAsync("second");

        Assert.All(Learned, file => Assert.Equal(Hash($"first/{file}"), Hash($"second/{file}")));
        var model = RankingArtefacts.In(_data["first"]);
        Assert.Null(model.Problem);
        Assert.Equal(48, model.Model!.Memory.Articles.Count);
        await HeldOutModelsAnswerEachQuestionWithoutHavingSeenItAsync();
    }

    public void Dispose() => _data.Dispose();

    private async Task HeldOutModelsAnswerEachQuestionWithoutHavingSeenItAsync()
    {
        var questions = QuestionSet.Read(new FileInfo(_data["questions.jsonl"]));
        var models = HeldOutModels.Read(_data["first-held"]);
        Assert.Equal(3, models.Models.Count);
        Assert.Equal(2 * questions.Count, models.Models.Sum(model => model.Memory.Articles.Count));
        var corpus = await CorpusReader.ReadAsync([_data["corpus"], _data["fulltext"]], CancellationToken.None);
        using var bench = Bench.Open(corpus, models, Parts.None, CommonOptions.Today(), CancellationToken.None);
        var metrics = Evaluator.Run(questions, bench.Articles);
        Assert.InRange(metrics.Recall(10), 0.5, 1);
        Assert.NotNull(bench.TreesFor(questions[0]));
        Assert.Throws<CommandException>(() => models.FoldOf(questions[0] with { Id = System.Text.Json.JsonDocument.Parse("\"stranger\"").RootElement }));
        Assert.All(models.Models, model => Assert.DoesNotContain(questions.Where(question => models.Models[models.FoldOf(question)] == model).Select(question => question.Articles[0]), article =>
            model.Memory.Articles.Any(keys => keys.Contains(article))));
    }

    private Task TrainAsync(string output) => RunAsync(
        TrainCommand.Create(), "train", "--corpus", _data["corpus"], _data["fulltext"], "--questions", _data["questions.jsonl"], "--out", _data[output], "--held-out", _data[output + "-held"], "--folds", "3", "--quick");

    private static async Task RunAsync(Command command, params string[] arguments) => Assert.Equal(0, await new RootCommand { command }.Parse(arguments).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));

    private string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(_data[file])));
}
