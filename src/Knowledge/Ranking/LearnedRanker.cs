using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Ranking;

/// <summary>Puts candidates in order by learned trees over the features of <see cref="RankingFeatures"/>. Safe for many threads.</summary>
/// <param name="index">The corpus.</param>
/// <param name="model">What was learned.</param>
/// <param name="signals">The same, applied to the corpus.</param>
internal sealed class LearnedRanker(KnowledgeIndex index, RankingModel model, LearnedSignals signals) : IRanker
{
    private readonly FeatureExtractor _features = new(index, signals);

    public Ranked Rank(AnalyzedQuestion question, Retrieved retrieved)
    {
        var rows = _features.Of(question, retrieved);
        var linear = new Dictionary<Candidate, double>(rows.Length);
        for (var place = 0; place < rows.Length; place++)
        {
            var candidate = retrieved.Candidates[place];
            linear[candidate] = candidate.Score;
            candidate.Features = Array.ConvertAll(rows[place], value => (double)value);
            candidate.Score = model.Trees.Score(rows[place]);
        }

        var ordered = retrieved.Candidates.OrderByDescending(candidate => candidate.IsNamed).ThenByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Entry.Ordinal).ToList();
        if (ordered.Count == 0)
            return new Ranked(ordered, 0);
        var best = ordered.Max(candidate => Chance(candidate));
        foreach (var candidate in ordered)
            candidate.Closeness = candidate == ordered[0] ? 1 : Math.Min(1, Chance(candidate) / best);
        var figures = ConfidenceFigures.Of(ordered, linear[ordered[0]]);
        return new Ranked(ordered, ConfidenceCurve.At(model.Manifest.Confidence, ConfidenceFigures.Weigh(figures, model.Manifest.ConfidenceWeights)))
        {
            ShownFrom = model.Manifest.ShownFrom,
            SaidFrom = model.Manifest.SaidFrom,
        };
    }

    private double Chance(Candidate candidate) => Math.Max(1e-6, ConfidenceCurve.At(model.Manifest.Chance, candidate.Score));
}

/// <summary>The features of the candidates of a question. Safe for many threads.</summary>
/// <param name="index">The corpus.</param>
/// <param name="signals">What was learned.</param>
internal sealed class FeatureExtractor(KnowledgeIndex index, LearnedSignals? signals)
{
    private readonly CandidateContexts _contexts = new(index);
    private readonly LinearRanker _linear = new(index);

    /// <summary>A row for each candidate, in their order. Leaves the linear ranking's features and score in the candidates.</summary>
    public float[][] Of(AnalyzedQuestion question, Retrieved retrieved)
    {
        var contexts = _contexts.Of(question, retrieved);
        _linear.Score(contexts);
        return RankingFeatures.Of(new CandidateGroup(contexts, index, retrieved.Encoded, signals));
    }
}
