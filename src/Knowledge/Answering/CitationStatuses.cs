using LegalService.Knowledge.Indexing;

namespace LegalService.Knowledge.Answering;

/// <summary>Tells how an article stands on a day.</summary>
public static class CitationStatuses
{
    /// <summary>The standing of one version of an article.</summary>
    public static CitationStatus StatusOn(this ArticleEntry entry, DateOnly day)
    {
        if (entry.IsInForce(day))
            return CitationStatus.InForce;
        if (entry.Start > day)
            return CitationStatus.NotYetInForce;
        return entry.RepealedBy is null ? CitationStatus.Amended : CitationStatus.Repealed;
    }
}
