using System.Numerics.Tensors;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Editing;

/// <summary>Puts questions together that ask the same, so that an editor answers them once.</summary>
public static class QuestionGroups
{
    /// <summary>
    /// Groups by the encoder of the ranking; without one only questions with the same words come together. Each question joins the group it is most like, if it
    /// is like it enough, and else begins one: the result depends on the order of the questions and on nothing else.
    /// </summary>
    /// <param name="questions">The questions, in the order in which they count.</param>
    /// <param name="index">The corpus in use.</param>
    /// <param name="alikeFrom">Likeness (0 to 1) to the middle of a group from which a question belongs to it.</param>
    /// <returns>Places of the questions in each group, the largest group first.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<string> questions, KnowledgeIndex index, double alikeFrom)
    {
        var groups = index.Vectors is { Encoder: var encoder }
            ? ByVector([.. questions.Select(encoder.Encode)], alikeFrom)
            : [.. questions.Index().GroupBy(pair => Normalizer.WithoutPunctuation(Normalizer.Normalize(pair.Item)), pair => pair.Index, StringComparer.Ordinal)
                .Select(group => group.ToList())];
        return [.. groups.OrderByDescending(group => group.Count).ThenBy(group => group[0])];
    }

    private static List<List<int>> ByVector(float[][] vectors, double alikeFrom)
    {
        var groups = new List<Group>();
        foreach (var (place, vector) in vectors.Index())
        {
            var nearest = groups.MaxBy(group => CosineOf(group.Sum, vector));
            if (nearest is null || CosineOf(nearest.Sum, vector) < alikeFrom)
                groups.Add(nearest = new Group([], new float[vector.Length]));
            nearest.Places.Add(place);
            TensorPrimitives.Add<float>(nearest.Sum, vector, nearest.Sum);
        }

        return groups.ConvertAll(group => group.Places);
    }

    /// <summary>Zero where a question has no character that is known.</summary>
    private static float CosineOf(float[] one, float[] other) =>
        TensorPrimitives.Norm<float>(one) * TensorPrimitives.Norm<float>(other) is > 0 and var lengths ? TensorPrimitives.Dot<float>(one, other) / lengths : 0;

    /// <summary>Questions that ask the same.</summary>
    /// <param name="Places">Where they stand.</param>
    /// <param name="Sum">The sum of their vectors; its direction is the middle of the group.</param>
    private sealed record Group(List<int> Places, float[] Sum);
}
