using LegalService.Knowledge.Law;
using LegalService.Knowledge.Vectors;
using LegalService.Tool.Evaluation;

namespace LegalService.Training;

/// <summary>
/// Cuts questions into folds. Questions that are nearly the same, and questions with exactly the same articles, stay together: otherwise the
/// figures would praise a ranking that merely remembers.
/// </summary>
internal static class QuestionFolds
{
    /// <summary>Share of common characters and pairs from which two questions are nearly the same.</summary>
    private const double NearlySame = 0.45;

    /// <summary>The fold of each question, 0 to <paramref name="folds"/> - 1.</summary>
    public static int[] Of(IReadOnlyList<LabelledQuestion> questions, int folds, int seed)
    {
        var group = Enumerable.Range(0, questions.Count).ToArray();
        JoinSameArticles(questions, group);
        JoinNearlySame(questions, group);
        var members = Enumerable.Range(0, questions.Count).GroupBy(place => Root(group, place)).Select(set => set.ToArray()).ToArray();
        new Random(seed).Shuffle(members);
        var (fold, sizes) = (new int[questions.Count], new int[folds]);
        foreach (var set in members.OrderByDescending(set => set.Length))
        {
            var smallest = Array.IndexOf(sizes, sizes.Min());
            sizes[smallest] += set.Length;
            foreach (var place in set)
                fold[place] = smallest;
        }

        return fold;
    }

    private static void JoinSameArticles(IReadOnlyList<LabelledQuestion> questions, int[] group)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < questions.Count; place++)
        {
            var key = string.Join('|', questions[place].Articles.Distinct().Select(article => article.ToString()).Order(StringComparer.Ordinal));
            if (!first.TryAdd(key, place))
                group[Root(group, place)] = Root(group, first[key]);
        }
    }

    private static void JoinNearlySame(IReadOnlyList<LabelledQuestion> questions, int[] group)
    {
        var tokens = questions.Select(question => Vocabulary.Count(question.Question).Keys.ToHashSet()).ToList();
        for (var left = 0; left < tokens.Count; left++)
        {
            for (var right = left + 1; right < tokens.Count; right++)
            {
                var shared = tokens[left].Count(tokens[right].Contains);
                if (shared >= NearlySame * (tokens[left].Count + tokens[right].Count - shared))
                    group[Root(group, right)] = Root(group, left);
            }
        }
    }

    private static int Root(int[] group, int place)
    {
        while (group[place] != place)
            place = group[place] = group[group[place]];
        return place;
    }

    /// <summary>The articles of the questions that are not in the fold.</summary>
    public static HashSet<ArticleKey> Seen(IReadOnlyList<LabelledQuestion> questions, int[] fold, int without) =>
        [.. questions.Where((_, place) => fold[place] != without).SelectMany(question => question.Articles)];
}
