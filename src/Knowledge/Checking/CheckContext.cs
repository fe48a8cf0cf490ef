using System.Collections.Concurrent;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Checking;

/// <summary>What every rule looks at: the corpus, and the text of the statutes it is held against.</summary>
internal sealed class CheckContext
{
    private readonly Dictionary<string, Statute> _statutes;
    private readonly ConcurrentDictionary<StatuteVersion, Dictionary<ArticleNumber, Article>> _articles = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<string, StatuteNotes> _ahead;

    public CheckContext(LegalCorpus shipped, LegalCorpus fullText)
    {
        (Shipped, FullText) = (shipped, fullText);
        _statutes = fullText.Statutes.ToDictionary(statute => statute.Law, StringComparer.Ordinal);
        Newest = fullText.Statutes.SelectMany(statute => statute.Versions).Max(version => version.Passed);
        _ahead = shipped.Notes.Where(file => file.Passed > Newest).ToLookup(file => file.Law, StringComparer.Ordinal);
        Claims = [.. Notes().Concat(Entries())];
        Unheld = [.. _ahead.SelectMany(files => files).SelectMany(file => file.Notes.Select(note => Of(file, note, [])))];
    }

    public LegalCorpus Shipped { get; }

    public LegalCorpus FullText { get; }

    /// <summary>Day on which the newest version of the full text was passed; null when there is none.</summary>
    public DateOnly? Newest { get; }

    /// <summary>Everything the corpus says about articles that exist.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The version that was passed on the day, or else the newest; null when the full text lacks the law.</summary>
    public StatuteVersion? Version(string law, DateOnly? passed) => _statutes.TryGetValue(law, out var statute)
        ? statute.Versions.LastOrDefault(version => passed is not null && version.Passed == passed) ?? statute.Versions[^1]
        : null;

    /// <summary>True when our notes on the law are for a version that was passed after everything in the full text, which cannot speak to them.</summary>
    public bool IsAhead(string law) => _ahead.Contains(law);

    /// <summary>An article of a version; null when it has none of that number.</summary>
    public Article? Article(StatuteVersion? version, ArticleNumber number) => version is null
        ? null
        : _articles.GetOrAdd(version, added => added.Articles.ToDictionary(article => article.Number)).GetValueOrDefault(number);

    /// <summary>Our notes on versions that the full text is too old to have: only how they are written can be judged.</summary>
    public IReadOnlyList<Claim> Unheld { get; }

    private IEnumerable<Claim> Notes() =>
        from file in Shipped.Notes
        where !IsAhead(file.Law)
        let version = Version(file.Law, file.Passed)
        from note in file.Notes
        let article = Article(version, note.Number)
        where article is not null
        select Of(file, note, [article.Text]);

    private static Claim Of(StatuteNotes file, ArticleNote note, IReadOnlyList<string> articles) =>
        new(file.File, note.Line, note.Number.ToString(), note.Gist, note.Gist, articles);

    private IEnumerable<Claim> Entries() =>
        from entry in Shipped.Faq
        let cited = entry.Citations.Select(TextOf).OfType<string>().ToList()
        let all = string.Join('\n', entry.TimeLimits.Concat(entry.Costs).Concat(entry.Steps).Prepend(entry.Answer))
        select new Claim(entry.File, entry.Line, entry.Id, entry.Answer, all, cited);

    // Where the full text is too old to have the article, our note on it was read beside the article and stands in for it.
    private string? TextOf(ArticleKey key) => IsAhead(key.Law)
        ? _ahead[key.Law].SelectMany(file => file.Notes).FirstOrDefault(note => note.Number == key.Number)?.Gist
        : Article(Version(key.Law, passed: null), key.Number)?.Text;
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
