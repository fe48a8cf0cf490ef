using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.Checking;

/// <summary>The front matter says what the full text says: version, number of articles, day of force. Every article that a note is on exists.</summary>
internal sealed class VersionRule : ICheckRule
{
    public IEnumerable<CorpusProblem> Check(CheckContext context) => context.Shipped.Notes.SelectMany(file => CheckFile(context, file));

    private static IEnumerable<CorpusProblem> CheckFile(CheckContext context, StatuteNotes file)
    {
        if (context.IsAhead(file.Law))
        {
            yield return new CorpusProblem(file.File, 1, "check.olderFullText", $"全文只收到 {context.Newest:yyyy-MM-dd}，没有 {file.Passed:yyyy-MM-dd} 的版本可对照")
            {
                Severity = ProblemSeverity.Warning,
            };
            yield break;
        }

        if (context.Version(file.Law, file.Passed) is not { } version)
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
        foreach (var note in file.Notes.Where(note => context.Article(version, note.Number) is null))
            yield return new CorpusProblem(file.File, note.Line, "check.noSuchArticle", $"《{file.Law}》没有{note.Number}");
    }
}
