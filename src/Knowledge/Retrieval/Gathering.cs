using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Retrieval;

/// <summary>The candidates for one question while they are gathered.</summary>
/// <param name="articles">Where they come from.</param>
/// <param name="question">The question.</param>
/// <param name="day">Only versions in force on this day are candidates.</param>
internal sealed class Gathering(ArticleTable articles, AnalyzedQuestion question, DateOnly day)
{
    private readonly Dictionary<int, Candidate> _found = [];

    /// <summary>The question.</summary>
    public AnalyzedQuestion Question { get; } = question;

    /// <summary>The day whose law is asked for.</summary>
    public DateOnly Day { get; } = day;

    /// <summary>What was found so far, in the order in which it was found.</summary>
    public IReadOnlyCollection<Candidate> Candidates => _found.Values;

    /// <summary>Ways of asking like the question, most alike first.</summary>
    public IReadOnlyList<LikeQuestion> LikeQuestions { get; set; } = [];

    /// <summary>The question compared with every article; null when no encoder did.</summary>
    public EncodedQuestion? Encoded { get; set; }

    /// <summary>The candidate for an article version in force, found before or now.</summary>
    public Candidate Add(int ordinal, FoundBy by)
    {
        if (!_found.TryGetValue(ordinal, out var candidate))
            _found[ordinal] = candidate = new Candidate(articles.Entries[ordinal]);
        candidate.FoundBy |= by;
        return candidate;
    }

    /// <summary>The candidate for an article; null when no version of it is in force.</summary>
    public Candidate? Add(ArticleKey key, FoundBy by) => articles.InForce(key, Day) is { } entry ? Add(entry.Ordinal, by) : null;
}
