using System.Collections.Concurrent;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Checking;

/// <summary>What every rule looks at: the corpus, and the text of the statutes it is held against.</summary>
internal sealed class CheckContext
{
    private readonly Dictionary<string, Statute> _statutes;
    private readonly ConcurrentDictionary<StatuteVersion, Dictionary<ArticleNumber, Article>> _articles = new(ReferenceEqualityComparer.Instance);

    public CheckContext(LegalCorpus shipped, LegalCorpus fullText)
    {
        (Shipped, FullText) = (shipped, fullText);
        _statutes = fullText.Statutes.ToDictionary(statute => statute.Law, StringComparer.Ordinal);
        Claims = [.. Notes().Concat(Entries())];
    }

    public LegalCorpus Shipped { get; }

    public LegalCorpus FullText { get; }

    /// <summary>Everything the corpus says about articles that exist.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The version that was passed on the day, or else the newest; null when the full text lacks the law.</summary>
    public StatuteVersion? Version(string law, DateOnly? passed) => _statutes.TryGetValue(law, out var statute)
        ? statute.Versions.LastOrDefault(version => passed is not null && version.Passed == passed) ?? statute.Versions[^1]
        : null;

    /// <summary>An article of a version; null when it has none of that number.</summary>
    public Article? Article(StatuteVersion? version, ArticleNumber number) => version is null
        ? null
        : _articles.GetOrAdd(version, added => added.Articles.ToDictionary(article => article.Number)).GetValueOrDefault(number);

    private IEnumerable<Claim> Notes() =>
        from file in Shipped.Notes
        let version = Version(file.Law, file.Passed)
        from note in file.Notes
        let article = Article(version, note.Number)
        where article is not null
        select new Claim(file.File, note.Line, note.Number.ToString(), note.Gist, note.Gist, [article.Text]);

    private IEnumerable<Claim> Entries() =>
        from entry in Shipped.Faq
        let cited = entry.Citations.Select(key => Article(Version(key.Law, passed: null), key.Number)).OfType<Article>().ToList()
        let all = string.Join('\n', entry.TimeLimits.Concat(entry.Costs).Concat(entry.Steps).Prepend(entry.Answer))
        select new Claim(entry.File, entry.Line, entry.Id, entry.Answer, all, [.. cited.Select(article => article.Text)]);
}

/// <summary>A text of ours and the articles it rests on.</summary>
/// <param name="File">The file, relative to the corpus.</param>
/// <param name="Line">From 1.</param>
/// <param name="Name">第四十七条, or the id of an FAQ entry.</param>
/// <param name="Text">The gist, or the answer.</param>
/// <param name="All">The same with steps, time limits and costs.</param>
/// <param name="Articles">The text of each article.</param>
internal sealed record Claim(string File, int Line, string Name, string Text, string All, IReadOnlyList<string> Articles)
{
    public CorpusProblem Error(string code, string reason) => new(File, Line, code, reason);

    public CorpusProblem Warning(string code, string reason) => new(File, Line, code, reason) { Severity = ProblemSeverity.Warning };
}

/// <summary>One rule of <c>check</c>.</summary>
internal interface ICheckRule
{
    /// <summary>Every breach of the rule.</summary>
    IEnumerable<CorpusProblem> Check(CheckContext context);
}
