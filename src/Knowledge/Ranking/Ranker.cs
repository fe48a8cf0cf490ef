using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Ranking;

/// <summary>Puts candidates in order, best first.</summary>
public interface IRanker
{
    /// <summary>The candidates with their scores, best first, and how likely it is that the best ones answer the question.</summary>
    Ranked Rank(AnalyzedQuestion question, Retrieved retrieved);
}

/// <summary>Candidates in order.</summary>
/// <param name="Candidates">Best first.</param>
/// <param name="Confidence">0 to 1: how often, at such a score, one of the first articles was right.</param>
public sealed record Ranked(IReadOnlyList<Candidate> Candidates, double Confidence)
{
    /// <summary>A candidate is worth showing from this <see cref="Candidate.Closeness"/> on.</summary>
    public double ShownFrom { get; init; } = 0.72;

    /// <summary>A candidate's words are worth saying from this <see cref="Candidate.Closeness"/> on.</summary>
    public double SaidFrom { get; init; } = 0.88;
}
