using System.Globalization;
using System.Text.Json;

namespace LegalService.Tool.Evaluation;

/// <summary>At which places one question's articles were found.</summary>
/// <param name="Id">Of the question.</param>
/// <param name="Ranks">For each matched article its place from 1; null when it was not among the candidates.</param>
/// <param name="Milliseconds">Time from question to ranked articles.</param>
internal sealed record QuestionResult(JsonElement Id, IReadOnlyList<int?> Ranks, double Milliseconds);

/// <summary>Figures over many questions.</summary>
/// <param name="Results">One for each question that has matched articles.</param>
internal sealed record Metrics(IReadOnlyList<QuestionResult> Results)
{
    /// <summary>Average share of a question's articles among the first <paramref name="k"/>.</summary>
    public double Recall(int k) => Average(result => result.Ranks.Count(rank => rank <= k) / (double)result.Ranks.Count);

    /// <summary>Average of one over the place of the first matched article among the first <paramref name="k"/>, else 0.</summary>
    public double ReciprocalRank(int k) => Average(result => result.Ranks.Min() is { } best && best <= k ? 1.0 / best : 0);

    /// <summary>The time under which so large a share of the questions stayed, in milliseconds.</summary>
    public double Percentile(double share)
    {
        var times = Results.Select(result => result.Milliseconds).Order().ToList();
        return times.Count == 0 ? 0 : times[Math.Min(times.Count - 1, (int)Math.Ceiling(share * times.Count) - 1)];
    }

    /// <summary>One line: <c>n=.. recall@1=.. ... p99_ms=..</c></summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"n={Results.Count} recall@1={Recall(1):0.000} recall@5={Recall(5):0.000} recall@10={Recall(10):0.000} recall@20={Recall(20):0.000} recall@100={Recall(100):0.000} mrr@10={ReciprocalRank(10):0.000} p50_ms={Percentile(0.5):0.0} p99_ms={Percentile(0.99):0.0}");

    private double Average(Func<QuestionResult, double> figure) => Results.Count == 0 ? 0 : Results.Average(figure);
}
