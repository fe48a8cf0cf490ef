using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Ranking;

/// <summary>Puts candidates in order, best first.</summary>
public interface IRanker
{
    /// <summary>The candidates with their scores, best first, and how likely it is that the best ones answer the question.</summary>
    Ranked Rank(AnalyzedQuestion question, Retrieved retrieved);
}

/// <summary>Candidates in order.</summary>
/// <param name="Candidates">Best first.</param>
/// <param name="Confidence">0 to 1: how often, at such a score, one of the first articles was right.</param>
public sealed record Ranked(IReadOnlyList<Candidate> Candidates, double Confidence);

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
    private readonly AverageLengths _lengths;

    public LinearRanker(KnowledgeIndex index)
    {
        _index = index;
        _weights = index.Corpus.Ranking;
        if (_weights.Features.Keys.FirstOrDefault(name => !FeatureNames.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw new InvalidDataException($"ranking/weights.yaml: 没有叫 {unknown} 的特征");
        _weightOf = [.. FeatureNames.Select(name => _weights.Features.GetValueOrDefault(name))];
        _lengths = AverageLengths.Of(index.Articles);
    }

    public Ranked Rank(AnalyzedQuestion question, Retrieved retrieved)
    {
        var reader = _index.ArticleSearcher.IndexReader;
        var terms = QuestionTerms.From([(question.Text, 1)], reader);
        var legal = QuestionTerms.From(question.Expansions.Select(expansion => (expansion.Term, expansion.Weight)), reader);
        var counts = new int[Math.Max(terms.Terms.Count, legal.Terms.Count)];
        var bestSearch = retrieved.Candidates.Select(candidate => candidate.SearchScore).DefaultIfEmpty().Max();
        foreach (var candidate in retrieved.Candidates)
        {
            var context = ContextOf(question, candidate, terms, legal, bestSearch, counts);
            candidate.Features = new double[FeatureNames.Count];
            for (var place = 0; place < OwnFeatures.Length; place++)
                candidate.Features[place] = OwnFeatures[place].Of(context);
            candidate.Score = Weigh(candidate.Features);
        }

        AddSupport(retrieved.Candidates);
        var ordered = retrieved.Candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Entry.Ordinal).ToList();
        return new Ranked(ordered, ordered.Count == 0 ? 0 : Confidence(ordered[0].Score));
    }

    private RankingContext ContextOf(
        AnalyzedQuestion question, Candidate candidate, QuestionTerms terms, QuestionTerms legal, double bestSearch, int[] counts)
    {
        var (text, note) = (candidate.Entry.Text, candidate.Entry.Note);
        var gist = note is null ? null : ArticleFields.Note(note);
        return new RankingContext(
            question,
            candidate,
            TermMatch.Of(terms, text, _lengths.Text, counts),
            TermMatch.Of(terms, candidate.Entry.Key.Law + "\n" + ArticleFields.Headings(candidate.Entry), _lengths.Headings, counts),
            TermMatch.Of(terms, gist, _lengths.Note, counts),
            note is null ? default : TermMatch.Of(terms, ArticleFields.Ask(note), _lengths.Ask, counts),
            legal.Terms.Count == 0 ? default : TermMatch.Of(legal, text + "\n" + gist, _lengths.Text, counts),
            bestSearch);
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

    private double Confidence(double score)
    {
        var steps = _weights.Confidence;
        if (steps.Count == 0)
            return 0.5;
        var above = steps.FindIndex(step => step.Score >= score);
        if (above < 0)
            return steps[^1].Confidence;
        if (above == 0)
            return steps[0].Confidence;
        var (low, high) = (steps[above - 1], steps[above]);
        return low.Confidence + ((high.Confidence - low.Confidence) * (score - low.Score) / (high.Score - low.Score));
    }
}

/// <summary>Average lengths of the fields of an article, in characters, at least 1.</summary>
internal sealed record AverageLengths(double Text, double Headings, double Note, double Ask)
{
    public static AverageLengths Of(ArticleTable articles)
    {
        var noted = articles.Entries.Where(entry => entry.Note is not null).Select(entry => entry.Note!).ToList();
        return new AverageLengths(
            Average(articles.Entries.Where(entry => entry.Text is not null).Select(entry => entry.Text!.Length)),
            Average(articles.Entries.Select(entry => entry.Key.Law.Length + ArticleFields.Headings(entry).Length)),
            Average(noted.Select(note => ArticleFields.Note(note).Length)),
            Average(noted.Select(note => ArticleFields.Ask(note).Length)));
    }

    private static double Average(IEnumerable<int> lengths) => Math.Max(1, lengths.DefaultIfEmpty(1).Average());
}
