using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Vectors;
using LegalService.Tool.Evaluation;

namespace LegalService.Training.Output;

/// <summary>Writes what was learned without each fold, so that <c>evaluate --held-out</c> can ask every question of a model that never saw it.</summary>
internal static class HeldOutWriter
{
    /// <summary>Writes a model for each fold, and which question belongs to which.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="fold">The fold of each.</param>
    /// <param name="modelWithout">What was learned without a fold.</param>
    public static void Write(
        DirectoryInfo folder,
        IReadOnlyList<LabelledQuestion> questions,
        int[] fold,
        Func<int, (TextEncoder Encoder, QuestionMemory Memory, TreeEnsemble Trees, RankingManifest Manifest)> modelWithout)
    {
        foreach (var which in fold.Distinct())
        {
            var (encoder, memory, trees, manifest) = modelWithout(which);
            ArtefactWriter.WriteModel(new DirectoryInfo(HeldOutModels.FolderOf(folder.FullName, which)), encoder, memory, trees, manifest);
        }

        HeldOutModels.WriteFolds(folder.FullName, questions.Select((question, place) => (question, fold[place])));
    }
}
