using LegalService.Knowledge.Indexing;

namespace LegalService.Knowledge.Retrieval;

/// <summary>The articles that stand beside the best ones of full-text search.</summary>
internal sealed class NeighbourSource(KnowledgeIndex index) : ICandidateSource
{
    /// <summary>The neighbours of so many of the best are candidates too.</summary>
    private const int BestWithNeighbours = 20;

    public void Find(Gathering gathering)
    {
        foreach (var best in gathering.Candidates.OrderByDescending(candidate => candidate.SearchScore).ThenBy(candidate => candidate.Entry.Ordinal).Take(BestWithNeighbours).ToList())
        {
            foreach (var distance in (ReadOnlySpan<int>)[-1, 1])
            {
                if (index.Articles.Beside(best.Entry, distance) is { } neighbour)
                    gathering.Add(neighbour.Ordinal, FoundBy.Beside);
            }
        }
    }
}
