using System.Diagnostics;
using LegalService.Knowledge.Law;

namespace LegalService.Tool.Evaluation;

/// <summary>Gives the articles for a question, best first.</summary>
internal delegate IEnumerable<ArticleKey> Search(LabelledQuestion question);

/// <summary>Measures a search against labelled questions.</summary>
internal static class Evaluator
{
    private const int WarmUp = 30;

    /// <summary>Asks every question that has matched articles, one after the other, after a short warm-up.</summary>
    public static Metrics Run(IReadOnlyList<LabelledQuestion> questions, Search search, Action? onProgress = null)
    {
        var labelled = questions.Where(question => question.Articles.Count > 0).ToList();
        foreach (var question in labelled.Take(WarmUp))
            _ = search(question).Count();
        var results = new List<QuestionResult>(labelled.Count);
        foreach (var question in labelled)
        {
            var start = Stopwatch.GetTimestamp();
            var found = search(question).Distinct().ToList();
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            results.Add(new QuestionResult(question.Id, [.. question.Articles.Select(key => Place(found, key))], time));
            onProgress?.Invoke();
        }

        return new Metrics(results);
    }

    private static int? Place(List<ArticleKey> found, ArticleKey key) => found.IndexOf(key) is >= 0 and var place ? place + 1 : null;
}
