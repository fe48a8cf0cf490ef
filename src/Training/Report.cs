using System.Globalization;
using LegalService.Knowledge.Law;
using LegalService.Tool.Evaluation;
using LegalService.Training.Ranking;

namespace LegalService.Training;

/// <summary>The figures of a run, printed as they come and kept for the cards.</summary>
internal sealed class Report(IReadOnlyList<LabelledQuestion> questions, int[] fold)
{
    private readonly Dictionary<int, HashSet<ArticleKey>> _seen = fold.Distinct().ToDictionary(which => which, which => QuestionFolds.Seen(questions, fold, which));

    /// <summary>Rows of the table, in Markdown.</summary>
    public List<string> Rows { get; } = ["| ranking | recall@1 | @5 | @10 | @20 | @100 | MRR@10 |", "|---|---|---|---|---|---|---|"];

    /// <summary>Adds a ranking: over all questions, and apart for articles that other folds' questions had and articles nobody had asked about.</summary>
    public void Add(string name, IReadOnlyList<Ordered> ordered)
    {
        Add(name, CrossValidation.Measure(ordered));
        Add(name + ", articles asked about in training", CrossValidation.Measure(ordered, (order, article) => _seen[order.Table.Fold].Contains(article)));
        Add(name + ", articles never asked about", CrossValidation.Measure(ordered, (order, article) => !_seen[order.Table.Fold].Contains(article)));
    }

    /// <summary>Adds a ranking that some notes were hidden from: apart for the articles whose notes were hidden and the others.</summary>
    public void AddWithheld(string name, IReadOnlyList<Ordered> ordered)
    {
        Add(name, CrossValidation.Measure(ordered));
        Add(name + ", articles whose notes are hidden", CrossValidation.Measure(ordered, (_, article) => Withholding.IsHidden(article)));
        Add(name + ", the other articles", CrossValidation.Measure(ordered, (_, article) => !Withholding.IsHidden(article)));
    }

    /// <summary>Adds a row.</summary>
    public void Add(string name, Metrics metrics)
    {
        var row = string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {metrics.Recall(1):0.000} | {metrics.Recall(5):0.000} | {metrics.Recall(10):0.000} | {metrics.Recall(20):0.000} | {metrics.Recall(100):0.000} | {metrics.ReciprocalRank(10):0.000} |");
        Rows.Add(row);
        Console.WriteLine(row);
    }
}
