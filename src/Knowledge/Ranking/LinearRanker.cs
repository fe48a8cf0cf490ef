using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Ranking;

/// <summary>Weighs a few figures of each candidate by <c>corpus/ranking/weights.yaml</c>. A learned ranker can take its place.</summary>
internal sealed class LinearRanker : IRanker
{
    private static readonly IRankingFeature[] OwnFeatures =
    [
        new SearchFeature(), new TextFeature(), new CoverageFeature(), new LongestRunFeature(), new HeadingsFeature(), new NoteFeature(),
        new AskFeature(), new LegalTermsFeature(), new NoteVoteFeature(), new FaqVoteFeature(), new LawNamedFeature(), new ArticleNamedFeature(),
        new CivilCodeFeature(), new StatuteFeature(), new InterpretationFeature(), new WholeDocumentFeature(), new HasNoteFeature(),
        new OpeningArticleFeature(),
    ];

    /// <summary>Names of all features, in the order of <see cref="Candidate.Features"/>.</summary>
    public static readonly IReadOnlyList<string> FeatureNames = [.. OwnFeatures.Select(feature => feature.Name), "neighbours", "law"];

    private readonly KnowledgeIndex _index;
    private readonly RankingWeights _weights;
    private readonly double[] _weightOf;
    private readonly CandidateContexts _contexts;

    public LinearRanker(KnowledgeIndex index)
    {
        _index = index;
        _weights = index.Corpus.Ranking;
        if (_weights.Features.Keys.FirstOrDefault(name => !FeatureNames.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw new InvalidDataException($"ranking/weights.yaml: 没有叫 {unknown} 的特征");
        _weightOf = [.. FeatureNames.Select(name => _weights.Features.GetValueOrDefault(name))];
        _contexts = new CandidateContexts(index);
    }

    public Ranked Rank(AnalyzedQuestion question, Retrieved retrieved)
    {
        Score(_contexts.Of(question, retrieved));
        var ordered = retrieved.Candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Entry.Ordinal).ToList();
        foreach (var candidate in ordered)
            candidate.Closeness = ordered[0].Score > 0 ? Math.Max(0, candidate.Score / ordered[0].Score) : candidate == ordered[0] ? 1 : 0;
        return new Ranked(ordered, ordered.Count == 0 ? 0 : Confidence(ordered[0].Score));
    }

    /// <summary>Fills in the features and the score of each candidate.</summary>
    public void Score(IReadOnlyList<RankingContext> contexts)
    {
        foreach (var context in contexts)
        {
            var candidate = context.Candidate;
            candidate.Features = new double[FeatureNames.Count];
            for (var place = 0; place < OwnFeatures.Length; place++)
                candidate.Features[place] = OwnFeatures[place].Of(context);
            candidate.Score = Weigh(candidate.Features);
        }

        AddSupport([.. contexts.Select(context => context.Candidate)]);
    }

    /// <summary>An article gains from good articles beside it and from good articles of the same law.</summary>
    private void AddSupport(IReadOnlyList<Candidate> candidates)
    {
        const int CountedForLaw = 20;
        var neighbours = OwnFeatures.Length;
        var byOrdinal = candidates.ToDictionary(candidate => candidate.Entry.Ordinal, candidate => candidate.Score);
        var best = candidates.OrderByDescending(candidate => candidate.Score).Take(CountedForLaw).ToList();
        var total = best.Sum(candidate => Math.Max(0, candidate.Score));
        var byLaw = best.GroupBy(candidate => candidate.Entry.Key.Law, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(candidate => Math.Max(0, candidate.Score)), StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            var beside = new[] { -1, 1 }
                .Select(distance => _index.Articles.Beside(candidate.Entry, distance))
                .Select(entry => entry is null ? 0 : byOrdinal.GetValueOrDefault(entry.Ordinal));
            candidate.Features[neighbours] = beside.Max();
            candidate.Features[neighbours + 1] = total > 0 ? byLaw.GetValueOrDefault(candidate.Entry.Key.Law) / total : 0;
        }

        foreach (var candidate in candidates)
            candidate.Score = Weigh(candidate.Features);
    }

    private double Weigh(double[] features)
    {
        var score = 0.0;
        for (var place = 0; place < features.Length; place++)
            score += features[place] * _weightOf[place];
        return score;
    }

    private double Confidence(double score) => _weights.Confidence.Count == 0 ? 0.5 : ConfidenceCurve.At(_weights.Confidence, score);
}
