using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.Checking;

/// <summary>Holds the corpus against the text of the statutes.</summary>
/// <param name="shipped">The corpus to check.</param>
/// <param name="fullText">A corpus with the full text, loaded by <c>import</c>.</param>
public sealed class CorpusChecker(LegalCorpus shipped, LegalCorpus fullText)
{
    /// <summary>A longer run in common with the statute is copied, not told. In characters.</summary>
    public const int LongestRun = 30;

    /// <summary>A longer sentence is hard to follow. In characters, punctuation left out.</summary>
    public const int LongestSentence = 60;

    private static readonly IReadOnlyList<ICheckRule> Rules =
    [
        new VersionRule(), new DuplicateRule(), new CitationRule(), new NumberRule(), new ComparatorRule(), new VerbatimRule(), new QuestionRule(),
        new SentenceRule(), new LexiconRule(),
    ];

    /// <summary>Everything found: mistakes of format first, then rule by rule.</summary>
    public IReadOnlyList<CorpusProblem> Check()
    {
        var context = new CheckContext(shipped, fullText);
        return [.. shipped.Problems, .. Rules.AsParallel().AsOrdered().SelectMany(rule => rule.Check(context).ToList())];
    }
}
