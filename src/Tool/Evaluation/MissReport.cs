using System.Globalization;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Tool.Evaluation;

/// <summary>The questions none of whose articles is among the first ten, to be read by people.</summary>
internal static class MissReport
{
    private const int Enough = 10;
    private const int Shown = 3;
    private const int Reasons = 6;

    /// <summary>Markdown: each question with its articles and their places, what came first, and what put it there.</summary>
    public static IEnumerable<string> Lines(Bench bench, IReadOnlyList<LabelledQuestion> questions, Metrics metrics)
    {
        var missed = questions.Zip(metrics.Results).Where(pair => !pair.Second.Ranks.Any(rank => rank <= Enough)).Select(pair => pair.First).ToList();
        yield return $"# 前十条里一条都没找对：{questions.Count} 个问题里的 {missed.Count} 个";
        foreach (var line in missed.SelectMany(question => One(bench, question)))
            yield return line;
    }

    private static IEnumerable<string> One(Bench bench, LabelledQuestion question)
    {
        var found = bench.Find(question).Candidates;
        yield return "";
        yield return $"## {question.Id} {question.Question}";
        yield return "";
        yield return "| 名次 | 条文 | 说明 | 怎么找到的 |";
        yield return "|---|---|---|---|";
        foreach (var missing in question.Articles.Where(key => found.All(candidate => candidate.Entry.Key != key)).Distinct())
            yield return $"| 没有 | **{missing}** | {found.Count} 个候选里没有 | |";
        var rows = found.Select((candidate, place) => (Candidate: candidate, Place: place + 1, IsRight: question.Articles.Contains(candidate.Entry.Key))).ToList();
        foreach (var row in rows.Where(row => row.Place <= Shown || row.IsRight))
            yield return $"| {row.Place} | {(row.IsRight ? $"**{row.Candidate.Entry.Key}**" : row.Candidate.Entry.Key)} | {Caption(row.Candidate)} | {row.Candidate.FoundBy} |";
        if (rows.Find(row => row.IsRight).Candidate is { } right && found[0] is var first && first != right && bench.TreesFor(question) is { } trees)
        {
            yield return "";
            yield return "第一条排在正确条文前面，靠的是：" + string.Join(
                "，",
                Explanation.Lead(trees, first, right).Take(Reasons).Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Name} {reason.First:0.##} 比 {reason.Other:0.##}（{reason.Share:+0.00}）")));
        }
    }

    private static string Caption(Candidate candidate) => candidate.Entry.Note?.Caption is { Length: > 0 } caption
        ? caption
        : Knowledge.Answering.Excerpt.Of((candidate.Entry.Text ?? "").ReplaceLineEndings(" ").Replace('|', ' '), 40);
}
