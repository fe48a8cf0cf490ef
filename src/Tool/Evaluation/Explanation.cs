using System.Globalization;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Tool.Evaluation;

/// <summary>Shows why the articles of a question are where they are.</summary>
internal static class Explanation
{
    private const int Top = 5;

    /// <summary>Place, score and features of the matched articles and of the best ones; a column for each.</summary>
    public static IEnumerable<string> Of(LabelledQuestion question, SearchResult found)
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
    }

    private static string Line(int place, Candidate candidate, bool isRight) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {place,3}. {(isRight ? "*" : " ")} {candidate.Entry.Key} {candidate.Entry.Note?.Caption} score={candidate.Score:0.000} closeness={candidate.Closeness:0.00} found={candidate.FoundBy}");
}
