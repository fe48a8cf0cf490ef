using System.Globalization;
using LegalService.Knowledge.Answering;

namespace LegalService.Tool.Evaluation;

/// <summary>How good the articles are that a citizen is shown.</summary>
internal static class ShownFigures
{
    /// <summary>
    /// One line. <c>shown</c>: articles shown for a question, on average, whatever the outcome. <c>shown_precision</c>: share of them that lawyers matched.
    /// <c>shown_recall</c>: average share of a question's articles that are shown. <c>answered</c>: share of the questions that are answered rather than
    /// asked back or handed on. <c>answered_right</c>: share of those that show at least one matched article.
    /// </summary>
    public static string Line(Bench bench, IReadOnlyList<LabelledQuestion> questions)
    {
        var (shown, right, recall, answered, answeredRight) = (0, 0, 0.0, 0, 0);
        foreach (var question in questions)
        {
            var answer = bench.Answer(question);
            var citations = answer?.Citations ?? [];
            var hits = citations.Count(citation => question.Articles.Contains(citation.Entry.Key));
            (shown, right, recall) = (shown + citations.Count, right + hits, recall + (hits / (double)question.Articles.Distinct().Count()));
            if (answer?.Outcome is AnswerOutcome.Answered or AnswerOutcome.Urgent or AnswerOutcome.Article)
                (answered, answeredRight) = (answered + 1, answeredRight + (hits > 0 ? 1 : 0));
        }

        double Share(double part, int whole) => whole == 0 ? 0 : part / whole;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"shown={Share(shown, questions.Count):0.00} shown_precision={Share(right, shown):0.000} shown_recall={Share(recall, questions.Count):0.000} answered={Share(answered, questions.Count):0.000} answered_right={Share(answeredRight, answered):0.000}");
    }
}
