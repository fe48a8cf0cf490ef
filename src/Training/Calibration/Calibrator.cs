using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Retrieval;
using LegalService.Training.Ranking;

namespace LegalService.Training.Calibration;

/// <summary>How an answer to a question turned out.</summary>
/// <param name="Source">What it was made from.</param>
/// <param name="Confidence">How sure the product would have been.</param>
/// <param name="IsRight">True when lawyers matched one of the shown articles to the question.</param>
/// <param name="Shown">How many articles were shown.</param>
/// <param name="RightShown">How many of them were right.</param>
/// <param name="Right">How many articles were right in all.</param>
internal sealed record Outcome(AnswerSource Source, double Confidence, bool IsRight, int Shown, int RightShown, int Right);

/// <summary>Learns from held-out rankings how sure the product may be, and how many articles it shows.</summary>
internal sealed class Calibrator(IReadOnlyList<Ordered> ordered, int folds, OutcomeTexts texts, DateOnly day)
{
    private const int ChanceDepth = 30;
    private const int ChanceBins = 60;
    private const int ConfidenceBins = 24;
    private const double LeastSaidFrom = 0.75;

    /// <summary>
    /// Square of how much more it matters that a right article is shown than that a wrong one is not (F-measure with beta 2). The text of an answer
    /// speaks of the best articles only, so that one more below it costs little.
    /// </summary>
    private const double RecallWeight = 4;

    private static readonly double[] Sweep = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

    /// <summary>Curves and limits from all questions.</summary>
    public RankingManifest Fit() => Fit(_ => true);

    /// <summary>Curves and limits from all questions but those of one fold.</summary>
    public RankingManifest FitWithout(int fold) => Fit(table => table.Fold != fold);

    /// <summary>What would have been answered, each question by curves from the other folds.</summary>
    public List<Outcome> HeldOut() =>
        [.. Enumerable.Range(0, folds).SelectMany(fold => Outcomes(FitWithout(fold), order => order.Table.Fold == fold))];

    /// <summary>Precision and recall of the shown articles at several limits.</summary>
    public IEnumerable<(double From, double Precision, double Recall, double Average)> Limits(RankingManifest manifest) => Sweep.Select(from =>
    {
        var (shown, right, recall) = (0, 0, 0.0);
        foreach (var order in ordered)
        {
            var places = Shown(order, manifest, from);
            var hits = places.Count(order.Table.IsRight);
            (shown, right) = (shown + places.Count, right + hits);
            recall += hits / (double)order.Table.Question.Articles.Count;
        }

        return (from, right / (double)Math.Max(1, shown), recall / ordered.Count, shown / (double)ordered.Count);
    });

    private RankingManifest Fit(Func<QuestionTable, bool> counts)
    {
        var used = ordered.Where(order => counts(order.Table)).ToList();
        var manifest = new RankingManifest
        {
            Chance = Isotonic.Fit(
                used.SelectMany(order => order.Places.Take(ChanceDepth).Select((place, at) => (order.Scores[at], order.Table.IsRight(place)))), ChanceBins),
        };
        var best = Limits(manifest).MaxBy(limit =>
            (1 + RecallWeight) * limit.Precision * limit.Recall / ((RecallWeight * limit.Precision) + limit.Recall));
        (manifest.ShownFrom, manifest.SaidFrom) = (best.From, Math.Max(LeastSaidFrom, best.From));
        var rows = used.ConvertAll(order => (Figures: Figures(order), IsRight: Shown(order, manifest, manifest.ShownFrom).Any(order.Table.IsRight)));
        manifest.ConfidenceWeights = Logistic.Fit(rows);
        manifest.Confidence = Isotonic.Fit(rows.Select(row => (ConfidenceFigures.Weigh(row.Figures, manifest.ConfidenceWeights), row.IsRight)), ConfidenceBins);
        return manifest;
    }

    private List<int> Shown(Ordered order, RankingManifest manifest, double from)
    {
        var best = Chance(manifest, order.Scores.Max());
        return [.. order.Places.TakeWhile((_, at) => at == 0 || Chance(manifest, order.Scores[at]) >= from * best).Take(texts.MaxCitations)];
    }

    private static double Chance(RankingManifest manifest, double score) => Math.Max(1e-6, ConfidenceCurve.At(manifest.Chance, score));

    private static double[] Figures(Ordered order) => ConfidenceFigures.Of(Candidates(order), order.Table.Linear[order.Places[0]]);

    private static List<Candidate> Candidates(Ordered order)
    {
        for (var at = 0; at < order.Places.Length; at++)
            order.Table.Candidates[order.Places[at]].Score = order.Scores[at];
        return [.. order.Places.Select(place => order.Table.Candidates[place])];
    }

    /// <summary>Answers as the product's own composer makes them.</summary>
    private IEnumerable<Outcome> Outcomes(RankingManifest manifest, Func<Ordered, bool> counts)
    {
        var composer = new DefaultComposer(texts);
        foreach (var order in ordered.Where(counts))
        {
            var candidates = Candidates(order);
            var best = Chance(manifest, order.Scores.Max());
            foreach (var candidate in candidates)
                candidate.Closeness = candidate == candidates[0] ? 1 : Math.Min(1, Chance(manifest, candidate.Score) / best);
            var confidence = ConfidenceCurve.At(manifest.Confidence, ConfidenceFigures.Weigh(Figures(order), manifest.ConfidenceWeights));
            var found = new SearchResult(candidates, order.Table.Likes, confidence) { ShownFrom = manifest.ShownFrom, SaidFrom = manifest.SaidFrom };
            if (composer.Compose(new Material(order.Table.Question.Question, day, found)) is not { } draft)
                continue;
            var right = draft.Citations.Count(key => order.Table.Question.Articles.Contains(key));
            yield return new Outcome(draft.Source, draft.Confidence, right > 0, draft.Citations.Count, right, order.Table.Question.Articles.Count);
        }
    }
}
