using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Checking;

/// <summary>Holds the corpus against the text of the statutes.</summary>
/// <param name="shipped">The corpus to check.</param>
/// <param name="fullText">A corpus with the full text, loaded by <c>import</c>.</param>
public sealed class CorpusChecker(LegalCorpus shipped, LegalCorpus fullText)
{
    /// <summary>A longer run in common with the statute is copied, not told. In characters.</summary>
    public const int LongestRun = 30;

    private readonly Dictionary<string, Statute> _statutes = fullText.Statutes.ToDictionary(statute => statute.Law, StringComparer.Ordinal);

    /// <summary>Everything found, mistakes of format first.</summary>
    public IReadOnlyList<CorpusProblem> Check() =>
        [.. shipped.Problems, .. shipped.Notes.SelectMany(CheckFile), .. CheckDuplicates(), .. shipped.Faq.SelectMany(CheckEntry), .. CheckLexicon()];

    private IEnumerable<CorpusProblem> CheckFile(StatuteNotes file)
    {
        if (Version(file.Law, file.Passed) is not { } version)
        {
            yield return new CorpusProblem(file.File, 1, "check.noSuchLaw", $"全文里没有《{file.Law}》");
            yield break;
        }

        if (version.Passed != file.Passed)
            yield return new CorpusProblem(file.File, 1, "check.version", $"全文里的版本是 {version.Passed:yyyy-MM-dd}，大意写的是 {file.Passed:yyyy-MM-dd}");
        var count = version.Articles.Count(article => article.Number.Suffix == 0);
        if (file.ArticleCount is { } stated && stated != count)
            yield return new CorpusProblem(file.File, 1, "check.articleCount", $"《{file.Law}》有 {count} 条，说明部分写的是 {stated}");
        if (version.InForceFrom is { } from && file.InForceFrom is { } said && from != said)
            yield return new CorpusProblem(file.File, 1, "check.inForceFrom", $"全文说 {from:yyyy-MM-dd} 施行，说明部分写的是 {said:yyyy-MM-dd}");
        var articles = version.Articles.ToDictionary(article => article.Number);
        foreach (var problem in file.Notes.SelectMany(note => CheckNote(file, note, articles)))
            yield return problem;
    }

    private static IEnumerable<CorpusProblem> CheckNote(StatuteNotes file, ArticleNote note, Dictionary<ArticleNumber, Article> articles)
    {
        if (!articles.TryGetValue(note.Number, out var article))
        {
            yield return new CorpusProblem(file.File, note.Line, "check.noSuchArticle", $"《{file.Law}》没有{note.Number}");
            yield break;
        }

        if (note.Questions.Count < 2)
            yield return new CorpusProblem(file.File, note.Line, "check.fewQuestions", $"{note.Number}的问法不到两个");
        var missing = NumberFacts.In(note.Gist).Except(NumberFacts.In(article.Text)).ToList();
        if (missing.Count > 0)
            yield return new CorpusProblem(file.File, note.Line, "check.number", $"{note.Number}的条文里没有：{string.Join('、', missing)}");
        var run = CommonRun.Longest(note.Gist, article.Text);
        if (run.Length > LongestRun)
            yield return new CorpusProblem(file.File, note.Line, "check.verbatim", $"{note.Number}照抄了条文 {run.Length} 个字：{run}");
    }

    private IEnumerable<CorpusProblem> CheckDuplicates() =>
        from file in shipped.Notes
        from note in file.Notes
        group (file, note) by new ArticleKey(file.Law, note.Number) into same
        where same.Count() > 1
        select new CorpusProblem(same.Last().file.File, same.Last().note.Line, "check.duplicate", $"{same.Key}写了 {same.Count()} 次");

    private IEnumerable<CorpusProblem> CheckEntry(FaqEntry entry)
    {
        var cited = new List<string>();
        foreach (var key in entry.Citations)
        {
            var article = Version(key.Law, passed: null)?.Articles.FirstOrDefault(a => a.Number == key.Number);
            if (article is null)
                yield return new CorpusProblem(entry.File, entry.Line, "check.noSuchArticle", $"{entry.Id}：全文里没有{key}");
            else
                cited.Add(article.Text);
            if (!shipped.Notes.Any(file => file.Law == key.Law && file.Notes.Any(note => note.Number == key.Number)))
                yield return new CorpusProblem(entry.File, entry.Line, "check.noNote", $"{entry.Id}：{key}还没有大意");
        }

        var known = NumberFacts.In(string.Join('\n', cited));
        var said = string.Join('\n', entry.TimeLimits.Concat(entry.Costs).Concat(entry.Steps).Prepend(entry.Answer));
        var missing = NumberFacts.In(said).Except(known).ToList();
        if (missing.Count > 0)
            yield return new CorpusProblem(entry.File, entry.Line, "check.number", $"{entry.Id}：所引条文里没有：{string.Join('、', missing)}");
        if (entry.OtherWays.Count < 3)
            yield return new CorpusProblem(entry.File, entry.Line, "check.fewQuestions", $"{entry.Id}：别的问法不到三个");
        var run = cited.Select(text => CommonRun.Longest(entry.Answer, text)).MaxBy(run => run.Length) ?? "";
        if (run.Length > LongestRun)
            yield return new CorpusProblem(entry.File, entry.Line, "check.verbatim", $"{entry.Id}：照抄了条文 {run.Length} 个字：{run}");
        foreach (var service in entry.Services.Where(service => !IsKnownService(service)))
            yield return new CorpusProblem(entry.File, entry.Line, "check.service", $"{entry.Id}：没有叫 {service} 的服务或热线");
    }

    private IEnumerable<CorpusProblem> CheckLexicon()
    {
        var all = string.Join('\n', fullText.Statutes.SelectMany(s => s.Versions[^1].Articles).Select(a => a.Text));
        return shipped.Lexicon
            .Where(entry => entry.Terms.All(term => !all.Contains(term, StringComparison.Ordinal)))
            .Select(entry => new CorpusProblem("lexicon", 0, "check.term", $"“{entry.Lay}”：没有法条写着 {string.Join('、', entry.Terms)}"));
    }

    private bool IsKnownService(string service) => shipped.Answers is not { } answers
        || answers.Outcomes.Services.ContainsKey(service)
        || answers.Hotlines.Any(hotline => hotline.Number == service);

    private StatuteVersion? Version(string law, DateOnly? passed) => _statutes.TryGetValue(law, out var statute)
        ? statute.Versions.LastOrDefault(version => passed is not null && version.Passed == passed) ?? statute.Versions[^1]
        : null;
}
