using LegalService.Knowledge.Indexing;

namespace LegalService.Knowledge.Retrieval;

/// <summary>An article that may answer the question, and how it was found.</summary>
/// <param name="entry">The version in force on the asked day.</param>
public sealed class Candidate(ArticleEntry entry)
{
    /// <summary>The article.</summary>
    public ArticleEntry Entry { get; } = entry;

    /// <summary>Score of the full-text search; 0 when it was found otherwise.</summary>
    public double SearchScore { get; set; }

    /// <summary>Likeness (0 to 1) of the question to the nearest way of asking that stands under the article's note.</summary>
    public double NoteVote { get; set; }

    /// <summary>Likeness (0 to 1) to the nearest FAQ question that cites it, less for the later citations of an entry.</summary>
    public double FaqVote { get; set; }

    /// <summary>True when the question names the article.</summary>
    public bool IsNamed { get; set; }

    /// <summary>The values of the ranking's features, in their order; filled in by the ranker.</summary>
    public double[] Features { get; set; } = [];

    /// <summary>Score by which it is ranked; filled in by the ranker.</summary>
    public double Score { get; set; }
}

/// <summary>A way of asking that is like the question.</summary>
/// <param name="Asked">The way of asking.</param>
/// <param name="Likeness">0 to 1.</param>
public sealed record LikeQuestion(AskedQuestion Asked, double Likeness);

/// <summary>What was found for a question.</summary>
/// <param name="Candidates">Articles in force on the asked day, best first once they are ranked.</param>
/// <param name="LikeQuestions">Ways of asking like it, most alike first.</param>
public sealed record Retrieved(IReadOnlyList<Candidate> Candidates, IReadOnlyList<LikeQuestion> LikeQuestions);
