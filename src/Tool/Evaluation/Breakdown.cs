using System.Globalization;
using LegalService.Knowledge.Law;

namespace LegalService.Tool.Evaluation;

/// <summary>Figures apart for each law, or for each topic.</summary>
internal static class Breakdown
{
    /// <summary>What figures can be taken apart by.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["law", "topic"];

    private const int Fewest = 5;
    private const string Rest = "其他";

    /// <summary>
    /// A Markdown table, the most frequent first. By law each matched article counts under its law; by topic each article of a question counts under
    /// every keyword of the question. What has fewer than five articles is put together.
    /// </summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="metrics">Their results, in the same order.</param>
    public static IEnumerable<string> Table(string kind, IReadOnlyList<LabelledQuestion> questions, Metrics metrics)
    {
        var rows = questions.Zip(metrics.Results).SelectMany(pair =>
            pair.First.Articles.Zip(pair.Second.Ranks).SelectMany(article => Names(kind, pair.First, article.First).Select(name => (Name: name, Rank: article.Second))));
        var groups = rows.GroupBy(row => row.Name, StringComparer.Ordinal).ToList();
        var (many, few) = (groups.Where(group => group.Count() >= Fewest).ToList(), groups.Where(group => group.Count() < Fewest).ToList());
        yield return $"| {(kind == "law" ? "法律" : "主题")} | 条文 | @1 | @10 | @100 |";
        yield return "|---|---|---|---|---|";
        foreach (var group in many.OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
            yield return Row(group.Key, [.. group.Select(row => row.Rank)]);
        if (few.Count > 0)
            yield return Row($"{Rest} {few.Count}", [.. few.SelectMany(group => group.Select(row => row.Rank))]);
    }

    private static IEnumerable<string> Names(string kind, LabelledQuestion question, ArticleKey article) =>
        kind == "law" ? [article.Law] : question.Topics.Count > 0 ? question.Topics : [Rest];

    private static string Row(string name, IReadOnlyList<int?> ranks) => string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {ranks.Count} | {Share(ranks, 1):0.000} | {Share(ranks, 10):0.000} | {Share(ranks, 100):0.000} |");

    private static double Share(IReadOnlyList<int?> ranks, int k) => ranks.Count(rank => rank <= k) / (double)ranks.Count;
}
