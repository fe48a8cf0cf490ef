using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Ranking;

/// <summary>What the features of one candidate may look at.</summary>
/// <param name="Question">The question.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Text">Match with the statute text.</param>
/// <param name="Headings">Match with the law's title and the headings.</param>
/// <param name="Note">Match with our note.</param>
/// <param name="Ask">Match with the ways of asking under the note.</param>
/// <param name="Legal">Match of the legal terms (expansions of lay words) with text and note.</param>
/// <param name="BestSearchScore">Highest search score among the candidates.</param>
internal sealed record RankingContext(
    AnalyzedQuestion Question,
    Candidate Candidate,
    TermMatch Text,
    TermMatch Headings,
    TermMatch Note,
    TermMatch Ask,
    TermMatch Legal,
    double BestSearchScore)
{
    /// <summary>The article.</summary>
    public ArticleEntry Entry => Candidate.Entry;

    /// <summary>Sum of the weights of the question's terms: how much there is to match.</summary>
    public double QuestionMass { get; init; }
}

/// <summary>One figure by which a candidate is judged.</summary>
internal interface IRankingFeature
{
    /// <summary>Its name in <c>corpus/ranking</c>.</summary>
    string Name { get; }

    /// <summary>Its value for one candidate, about 0 to 1.</summary>
    double Of(RankingContext context);
}

/// <summary>A figure that depends on the other candidates too. Only the learned ranking has such.</summary>
internal interface IGroupFeature
{
    /// <summary>Its name in the learned trees.</summary>
    string Name { get; }

    /// <summary>Its value for the candidate at one place of the group.</summary>
    double Of(CandidateGroup group, int place);
}
