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

    /// <summary>Likeness (about -1 to 1) of the question to the article by the encoder; 0 when there is none.</summary>
    public double Encoded { get; set; }

    /// <summary>Likeness by the encoder to the nearest way of asking under the article's note; 0 when it is not among the nearest.</summary>
    public double EncodedNoteVote { get; set; }

    /// <summary>Likeness by the encoder to the nearest FAQ question that cites it, less for the later citations of an entry.</summary>
    public double EncodedFaqVote { get; set; }

    /// <summary>What remembered questions say about it.</summary>
    public MemoryVote Memory { get; set; }

    /// <summary>Ways in which it was found.</summary>
    public FoundBy FoundBy { get; set; }

    /// <summary>The values of the ranking's features, in their order; filled in by the ranker.</summary>
    public double[] Features { get; set; } = [];

    /// <summary>Score by which it is ranked; filled in by the ranker.</summary>
    public double Score { get; set; }

    /// <summary>How near it comes to the best candidate, 1 for the best one itself, down to 0; filled in by the ranker.</summary>
    public double Closeness { get; set; }
}

/// <summary>Ways in which a candidate was found.</summary>
[Flags]
public enum FoundBy
{
    /// <summary>None yet.</summary>
    None = 0,

    /// <summary>Full-text search.</summary>
    Search = 1,

    /// <summary>A way of asking like the question.</summary>
    Votes = 2,

    /// <summary>The question names it.</summary>
    Named = 4,

    /// <summary>It stands beside one of the best.</summary>
    Beside = 8,

    /// <summary>The encoder: the article or a way of asking is near the question.</summary>
    Encoder = 16,

    /// <summary>A remembered question.</summary>
    Memory = 32,
}

/// <summary>A way of asking that is like the question.</summary>
/// <param name="Asked">The way of asking.</param>
/// <param name="Likeness">0 to 1.</param>
public sealed record LikeQuestion(AskedQuestion Asked, double Likeness);

/// <summary>What was found for a question.</summary>
/// <param name="Candidates">Articles in force on the asked day, best first once they are ranked.</param>
/// <param name="LikeQuestions">Ways of asking like it, most alike first.</param>
public sealed record Retrieved(IReadOnlyList<Candidate> Candidates, IReadOnlyList<LikeQuestion> LikeQuestions)
{
    /// <summary>The question compared with every article; null without what was learned.</summary>
    internal EncodedQuestion? Encoded { get; init; }
}
