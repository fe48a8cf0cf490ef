using LegalService.Knowledge.Law;
using LegalService.Knowledge.Vectors;

namespace LegalService.Knowledge.Retrieval;

/// <summary>What was learned, applied to one question: likeness to every article, to every way of asking, to every remembered question.</summary>
/// <param name="vectors">The corpus, encoded.</param>
/// <param name="memory">Remembered questions.</param>
internal sealed class LearnedSignals(CorpusVectors vectors, QuestionMemory memory)
{
    /// <summary>So many of the nearest ways of asking vote.</summary>
    private const int NearestQuestions = 60;

    /// <summary>So many of the nearest remembered questions vote.</summary>
    private const int NearestMemories = 30;

    /// <summary>A vote falls to a third when the likeness falls by this much.</summary>
    private const double VoteWidth = 0.1;

    private readonly Dictionary<ArticleKey, int> _remembered = Counts(memory);
    private readonly Dictionary<string, int> _rememberedLaws = memory.Articles.SelectMany(keys => keys.Select(key => key.Law).Distinct(StringComparer.Ordinal))
        .GroupBy(law => law, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>How many remembered questions the article answers.</summary>
    public int TimesRemembered(ArticleKey article) => _remembered.GetValueOrDefault(article);

    /// <summary>How many remembered questions the law answers.</summary>
    public int TimesRemembered(string law) => _rememberedLaws.GetValueOrDefault(law);

    /// <summary>Compares one question with every article and way of asking.</summary>
    public EncodedQuestion Compare(string question)
    {
        var vector = vectors.Encoder.Encode(question);
        return new EncodedQuestion(vectors.Articles.Likeness(vector), Nearest(vectors.Questions, vector, NearestQuestions));
    }

    /// <summary>What the nearest remembered questions say, by article.</summary>
    public IReadOnlyDictionary<ArticleKey, MemoryVote> Votes(string question)
    {
        var votes = new Dictionary<ArticleKey, MemoryVote>();
        foreach (var (place, likeness) in Nearest(memory.Vectors, vectors.Encoder.Encode(question), NearestMemories))
        {
            foreach (var key in memory.Articles[place])
            {
                var vote = votes.GetValueOrDefault(key);
                votes[key] = new MemoryVote(
                    Math.Max(vote.Nearest, likeness),
                    vote.Sum + (Math.Exp((likeness - 1) / VoteWidth) / memory.Articles[place].Length),
                    vote.Count + 1);
            }
        }

        return votes;
    }

    private static List<(int Place, double Likeness)> Nearest(VectorTable table, float[] vector, int most)
    {
        var likeness = table.Likeness(vector);
        return [.. NearestPlaces.Of(likeness, most, _ => true).Select(place => (place, (double)likeness[place]))];
    }

    private static Dictionary<ArticleKey, int> Counts(QuestionMemory memory) =>
        memory.Articles.SelectMany(keys => keys).GroupBy(key => key).ToDictionary(group => group.Key, group => group.Count());
}

/// <summary>One question, compared with everything.</summary>
/// <param name="Articles">Likeness to each article version, by its place in the article table.</param>
/// <param name="Questions">The nearest ways of asking, by their place in the index, most alike first.</param>
internal sealed record EncodedQuestion(float[] Articles, IReadOnlyList<(int Place, double Likeness)> Questions);

/// <summary>What remembered questions say about one article.</summary>
/// <param name="Nearest">Likeness to the nearest of them that it answers.</param>
/// <param name="Sum">Their votes, the near ones weighing most, divided among each one's articles.</param>
/// <param name="Count">How many of the nearest it answers.</param>
public readonly record struct MemoryVote(double Nearest, double Sum, int Count);
