using System.Globalization;
using System.Text.Json;
using LegalService.Knowledge.Ranking;
using LegalService.Tool.Commands;

namespace LegalService.Tool.Evaluation;

/// <summary>
/// What training learned without each fold of the questions (<c>train --held-out</c>): the only honest way of asking a question that the shipped
/// files were trained on.
/// </summary>
internal sealed class HeldOutModels
{
    private const string FoldsFile = "folds.jsonl";

    private readonly Dictionary<string, int> _foldOf;

    private HeldOutModels(Dictionary<string, int> foldOf, IReadOnlyList<RankingModel> models) => (_foldOf, Models) = (foldOf, models);

    /// <summary>By fold.</summary>
    public IReadOnlyList<RankingModel> Models { get; }

    /// <summary>Reads a folder that training wrote.</summary>
    /// <exception cref="InvalidDataException">A model is broken or was made for other features.</exception>
    /// <exception cref="CommandException">The folder holds no such models.</exception>
    public static HeldOutModels Read(string folder)
    {
        var file = Path.Combine(folder, FoldsFile);
        if (!File.Exists(file))
            throw new CommandException($"{folder} 里没有 {FoldsFile}：先用 train --held-out 写出来");
        var rows = File.ReadLines(file).Select(line => JsonSerializer.Deserialize(line, HeldOutJson.Default.FoldRow)!).ToList();
        return new HeldOutModels(
            rows.ToDictionary(row => row.Id.ToString(), row => row.Fold, StringComparer.Ordinal),
            [.. Enumerable.Range(0, rows.Max(row => row.Fold) + 1).Select(fold => RankingModel.Read(FolderOf(folder, fold)))]);
    }

    /// <summary>Where the model without a fold stands.</summary>
    public static string FolderOf(string folder, int fold) => Path.Combine(folder, "without-" + fold.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes which question belongs to which fold: its id and nothing else of it.</summary>
    public static void WriteFolds(string folder, IEnumerable<(LabelledQuestion Question, int Fold)> questions) => File.WriteAllLines(
        Path.Combine(folder, FoldsFile),
        questions.Select(row => JsonSerializer.Serialize(new FoldRow(row.Question.Id, row.Fold), HeldOutJson.Default.FoldRow)));

    /// <summary>The fold whose model has not seen the question.</summary>
    /// <exception cref="CommandException">The question was in no fold.</exception>
    public int FoldOf(LabelledQuestion question) => _foldOf.TryGetValue(question.Id.ToString(), out var fold)
        ? fold
        : throw new CommandException($"问题 {question.Id} 不在训练用过的问题里，量它不需要 --held-out");

    internal sealed record FoldRow(JsonElement Id, int Fold);
}

[System.Text.Json.Serialization.JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[System.Text.Json.Serialization.JsonSerializable(typeof(HeldOutModels.FoldRow))]
internal sealed partial class HeldOutJson : System.Text.Json.Serialization.JsonSerializerContext;
