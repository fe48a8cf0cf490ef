using System.Globalization;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Tool.Evaluation;

/// <summary>Shows why the articles of a question are where they are.</summary>
internal static class Explanation
{
    private const int Top = 5;
    private const int Reasons = 8;

    /// <summary>Place, score and features of the matched articles and of the best ones, a column for each; then what keeps each behind the first.</summary>
    /// <param name="question">The question.</param>
    /// <param name="found">What was found for it.</param>
    /// <param name="trees">What ranked it; null when the linear ranking did.</param>
    public static IEnumerable<string> Of(LabelledQuestion question, SearchResult found, TreeEnsemble? trees)
    {
        yield return $"{question.Id} {question.Question}";
        foreach (var missing in question.Articles.Where(key => found.Candidates.All(candidate => candidate.Entry.Key != key)))
            yield return $"  not among the {found.Candidates.Count} candidates: {missing}";
        var shown = found.Candidates.Select((candidate, place) => (candidate, place: place + 1))
            .Where(row => row.place <= Top || question.Articles.Contains(row.candidate.Entry.Key)).ToList();
        foreach (var (candidate, place) in shown)
            yield return Line(place, candidate, question.Articles.Contains(candidate.Entry.Key));
        if (shown.Count == 0)
            yield break;
        var names = shown[0].candidate.Features.Length == LinearRanker.FeatureNames.Count ? LinearRanker.FeatureNames : RankingFeatures.Names;
        for (var feature = 0; feature < names.Count; feature++)
        {
            yield return $"  {names[feature],-22}" + string.Concat(
                shown.Select(row => row.candidate.Features[feature].ToString("0.000", CultureInfo.InvariantCulture).PadLeft(10)));
        }

        foreach (var (candidate, place) in trees is null ? [] : shown.Where(row => row.place > 1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  1. before {place}. by {shown[0].candidate.Score - candidate.Score:0.000}: ")
                + string.Join(", ", Lead(trees!, shown[0].candidate, candidate).Take(Reasons).Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Name} {reason.Share:+0.000}")));
        }
    }

    /// <summary>By how much the lead of one candidate over another falls when a feature of it has the other's value; the heaviest first.</summary>
    public static IEnumerable<(string Name, double First, double Other, double Share)> Lead(TreeEnsemble trees, Candidate first, Candidate other)
    {
        var values = Array.ConvertAll(first.Features, value => (float)value);
        var score = trees.Score(values);
        var reasons = new List<(string Name, double First, double Other, double Share)>();
        for (var feature = 0; feature < values.Length; feature++)
        {
            var own = values[feature];
            values[feature] = (float)other.Features[feature];
            reasons.Add((RankingFeatures.Names[feature], first.Features[feature], other.Features[feature], score - trees.Score(values)));
            values[feature] = own;
        }

        return reasons.Where(reason => reason.Share > 0).OrderByDescending(reason => reason.Share);
    }

    private static string Line(int place, Candidate candidate, bool isRight) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {place,3}. {(isRight ? "*" : " ")} {candidate.Entry.Key} {candidate.Entry.Note?.Caption} score={candidate.Score:0.000} closeness={candidate.Closeness:0.00} found={candidate.FoundBy}");
}
