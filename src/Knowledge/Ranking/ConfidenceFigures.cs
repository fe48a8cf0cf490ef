using System.Numerics.Tensors;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Ranking;

/// <summary>What tells how likely it is that the best candidates answer the question.</summary>
internal static class ConfidenceFigures
{
    /// <summary>How many figures there are.</summary>
    public const int Count = 7;

    private const int Fifth = 4;

    /// <summary>
    /// The best score, its lead over the second and the fifth, the best one's likeness by the encoder, its linear score, the nearest way of
    /// asking, the nearest remembered question.
    /// </summary>
    /// <param name="ordered">At least one candidate, best first.</param>
    /// <param name="linear">Linear score of the best one.</param>
    public static double[] Of(IReadOnlyList<Candidate> ordered, double linear)
    {
        var best = ordered[0];
        return
        [
            best.Score,
            best.Score - ordered[Math.Min(1, ordered.Count - 1)].Score,
            best.Score - ordered[Math.Min(Fifth, ordered.Count - 1)].Score,
            best.Encoded,
            linear,
            Math.Max(Math.Max(best.NoteVote, best.FaqVote), Math.Max(best.EncodedNoteVote, best.EncodedFaqVote)),
            best.Memory.Nearest,
        ];
    }

    /// <summary>The figures, weighted.</summary>
    public static double Weigh(double[] figures, IReadOnlyList<double> weights) => TensorPrimitives.Dot<double>(figures, [.. weights]);
}
