using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace LegalService.Knowledge.Retrieval;

/// <summary>Full-text search over title, headings, text, note and ways of asking.</summary>
internal sealed class FullTextSource(KnowledgeIndex index) : ICandidateSource
{
    /// <summary>How many articles the full-text search gives.</summary>
    private const int SearchHits = 300;

    /// <summary>Looked at beyond, so that of equal scores the earlier article counts, whatever number Lucene gave it.</summary>
    private const int Spare = 50;

    /// <summary>
    /// A single character that occurs in more than this share of the articles is left to the ranking: scoring every article that holds
    /// 的 or 人 costs most of the time and changes little in who is among the candidates (docs/decisions/0004).
    /// </summary>
    private const double FrequentCharacter = 0.05;

    private const int MostTerms = 200;

    private readonly Lock _filterLock = new();
    private (DateOnly Day, InForceFilter Filter)? _lastFilter;

    public void Find(Gathering gathering)
    {
        foreach (var (ordinal, score) in Search(gathering.Question, gathering.Day))
            gathering.Add(ordinal, FoundBy.Search).SearchScore = score;
    }

    /// <summary>Places and scores of the articles that full-text search finds, best first.</summary>
    public IEnumerable<(int Ordinal, double Score)> Search(AnalyzedQuestion question, DateOnly day)
    {
        var texts = question.Expansions.Select(e => (e.Term, e.Weight)).Prepend((question.Text, 1.0));
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in QuestionTerms.From(texts, index.Frequencies).Terms.Take(MostTerms))
        {
            if (!term.IsPair && term.Frequency > index.Frequencies.Articles * FrequentCharacter)
                continue;
            foreach (var (field, boost) in IndexFields.OfArticle)
                query.Add(new TermQuery(new Term(field, term.Text)) { Boost = boost * (float)term.Source }, Occur.SHOULD);
        }

        return index.ArticleSearcher.Search(query, FilterOf(day), SearchHits + Spare).ScoreDocs
            .Select(hit => (Ordinal: index.ArticleOrdinals[hit.Doc], Score: (double)hit.Score))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Ordinal).Take(SearchHits);
    }

    private InForceFilter FilterOf(DateOnly day)
    {
        lock (_filterLock)
        {
            if (_lastFilter?.Day != day)
                _lastFilter = (day, new InForceFilter(index, day));
            return _lastFilter.Value.Filter;
        }
    }
}

/// <summary>Lets through the articles in force on one day.</summary>
internal sealed class InForceFilter : Filter
{
    private readonly Dictionary<int, FixedBitSet> _inForce = [];

    public InForceFilter(KnowledgeIndex index, DateOnly day)
    {
        foreach (var leaf in index.ArticleSearcher.TopReaderContext.Leaves)
        {
            var set = _inForce[leaf.DocBase] = new FixedBitSet(Math.Max(1, leaf.AtomicReader.MaxDoc));
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                if (index.Articles.Entries[index.ArticleOrdinals[leaf.DocBase + doc]].IsInForce(day))
                    set.Set(doc);
            }
        }
    }

    /// <summary>A document that was written anew is still there under its old number, but no longer accepted.</summary>
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
        BitsFilteredDocIdSet.Wrap(_inForce[context.DocBase], acceptDocs);
}
