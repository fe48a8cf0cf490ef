using System.Text.RegularExpressions;
using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Editing;

/// <summary>
/// The rules of <c>check</c> on one entry, before it is used: against the loaded full text, and against everything else the corpus says. Safe for many threads.
/// </summary>
public static partial class EntryChecker
{
    /// <summary>Rules that look at the entry alone.</summary>
    private static readonly IReadOnlyList<ICheckRule> Narrow = [new VersionRule(), new NumberRule(), new ComparatorRule(), new VerbatimRule(), new SentenceRule()];

    /// <summary>Rules that hold it against the rest of the corpus.</summary>
    private static readonly IReadOnlyList<ICheckRule> Wide = [new CitationRule(), new QuestionRule()];

    /// <summary>Everything found, errors first. An entry with an error must not be used.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="loaded">The corpus in use, full text included.</param>
    public static IReadOnlyList<CorpusProblem> Check(ProposedEntry entry, LegalCorpus loaded)
    {
        if (entry.Problems.Count > 0 || entry.Withdraws)
            return entry.Problems;
        var (alone, among) = (new CheckContext(entry.Alone(loaded), loaded), new CheckContext(entry.In(loaded), loaded));
        var withText = loaded.Statutes.Select(statute => statute.Law).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Narrow.SelectMany(rule => rule.Check(alone)).Concat(Wide.SelectMany(rule => rule.Check(among)))
                .Where(problem => problem.File == entry.Name.File && !IsForWantOfText(problem, entry, withText))
                .Concat(NotCompared(entry, withText)).Concat(Personal(entry))
                .OrderBy(problem => problem.Severity).Select(problem => problem with { Reason = WithoutName(problem.Reason, entry.Name) }),
        ];
    }

    /// <summary>Whoever reads it has the entry before his eyes.</summary>
    private static string WithoutName(string reason, EntryName name)
    {
        var prefix = $"{name.FaqId ?? name.Article!.Value.Number.ToString()}：";
        return reason.StartsWith(prefix, StringComparison.Ordinal) ? reason[prefix.Length..] : reason;
    }

    private static IEnumerable<ArticleKey> ArticlesOf(ProposedEntry entry) => entry.Faq?.Citations ?? [entry.Name.Article!.Value];

    /// <summary>That a law without loaded text has no such article, nobody can say.</summary>
    private static bool IsForWantOfText(CorpusProblem problem, ProposedEntry entry, HashSet<string> withText) => problem.Code switch
    {
        "check.noSuchLaw" => true,
        "check.noSuchArticle" => ArticlesOf(entry).Any(key => !withText.Contains(key.Law) && problem.Reason.Contains(key.ToString(), StringComparison.Ordinal)),
        // The numbers of an answer may stand in the law that is not loaded.
        "check.number" => ArticlesOf(entry).Any(key => !withText.Contains(key.Law)),
        _ => false,
    };

    private static IEnumerable<CorpusProblem> NotCompared(ProposedEntry entry, HashSet<string> withText) => ArticlesOf(entry)
        .Select(key => key.Law).Distinct(StringComparer.Ordinal).Where(law => !withText.Contains(law))
        .Select(law => new CorpusProblem(entry.Name.File, 1, "check.notCompared", $"《{law}》的全文没有装入，条号和数字没有核对过，请对照原文看一遍")
        {
            Severity = ProblemSeverity.Warning,
        });

    /// <summary>What citizens asked is where entries come from; what is theirs alone must not come along.</summary>
    private static IEnumerable<CorpusProblem> Personal(ProposedEntry entry) =>
        from text in entry.Faq is { } faq
            ? faq.OtherWays.Concat(faq.Steps).Concat(faq.Papers).Concat(faq.TimeLimits).Concat(faq.Places).Concat(faq.Costs).Prepend(faq.Answer).Prepend(faq.Question)
            : entry.Notes!.Notes.SelectMany(note => note.Questions.Concat(note.Tags).Prepend(note.Gist).Prepend(note.Caption))
        from match in PersonalNumber().Matches(text)
        select new CorpusProblem(entry.Name.File, 1, "check.personal", $"写了像身份证号或手机号的“{match.Value}”，知识库里不能有个人的号码");

    [GeneratedRegex(@"(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PersonalNumber();
}
