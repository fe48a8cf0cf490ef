using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace LegalService.Knowledge.Retrieval;

/// <summary>Gathers the articles that may answer a question.</summary>
public sealed class Retriever(KnowledgeIndex index)
{
    /// <summary>How many articles the full-text search gives.</summary>
    private const int SearchHits = 300;

    /// <summary>The neighbours of so many of the best are candidates too.</summary>
    private const int BestWithNeighbours = 20;

    /// <summary>
    /// A single character that occurs in more than this share of the articles is left to the ranking: scoring every article that holds
    /// 的 or 人 costs most of the time and changes little in who is among the candidates (docs/decisions/0004).
    /// </summary>
    private const double FrequentCharacter = 0.05;

    private const int MostTerms = 200;

    private readonly QuestionLikeness _likeness = new(index);
    private readonly Lock _filterLock = new();
    private (DateOnly Day, InForceFilter Filter)? _lastFilter;

    /// <summary>The candidates in force on the day, not yet ranked.</summary>
    public Retrieved Retrieve(AnalyzedQuestion question, DateOnly day)
    {
        var found = new Dictionary<int, Candidate>();
        foreach (var (ordinal, score) in Search(question, day))
            CandidateOf(found, index.Articles.Entries[ordinal]).SearchScore = score;
        var likes = _likeness.Find(question.Text);
        foreach (var like in likes)
            AddVotes(found, like, day);
        foreach (var citation in question.Citations)
            AddNamed(found, citation, day);
        AddNeighbours(found);
        return new Retrieved([.. found.Values], likes);
    }

    private static Candidate CandidateOf(Dictionary<int, Candidate> found, ArticleEntry entry)
    {
        if (!found.TryGetValue(entry.Ordinal, out var candidate))
            found[entry.Ordinal] = candidate = new Candidate(entry);
        return candidate;
    }

    private IEnumerable<(int Ordinal, double Score)> Search(AnalyzedQuestion question, DateOnly day)
    {
        var reader = index.ArticleSearcher.IndexReader;
        var texts = question.Expansions.Select(e => (e.Term, e.Weight)).Prepend((question.Text, 1.0));
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in QuestionTerms.From(texts, reader).Terms.Take(MostTerms))
        {
            if (!term.IsPair && term.Frequency > reader.MaxDoc * FrequentCharacter)
                continue;
            foreach (var (field, boost) in IndexFields.OfArticle)
                query.Add(new TermQuery(new Term(field, term.Text)) { Boost = boost * (float)term.Source }, Occur.SHOULD);
        }

        return index.ArticleSearcher.Search(query, FilterOf(day), SearchHits).ScoreDocs
            .Select(hit => (index.ArticleOrdinals[hit.Doc], (double)hit.Score));
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

    private void AddVotes(Dictionary<int, Candidate> found, LikeQuestion like, DateOnly day)
    {
        for (var place = 0; place < like.Asked.Articles.Count; place++)
        {
            if (index.Articles.InForce(like.Asked.Articles[place], day) is not { } entry)
                continue;
            var candidate = CandidateOf(found, entry);
            if (like.Asked.Faq is null)
                candidate.NoteVote = Math.Max(candidate.NoteVote, like.Likeness);
            else
                candidate.FaqVote = Math.Max(candidate.FaqVote, like.Likeness / (1 + (0.15 * place)));
        }
    }

    private void AddNamed(Dictionary<int, Candidate> found, CitationInQuestion citation, DateOnly day)
    {
        if (citation is { Law: { } law, Number: { } number } && index.Articles.InForce(new ArticleKey(law, number), day) is { } entry)
            CandidateOf(found, entry).IsNamed = true;
    }

    private void AddNeighbours(Dictionary<int, Candidate> found)
    {
        foreach (var best in found.Values.OrderByDescending(c => c.SearchScore).Take(BestWithNeighbours).ToList())
        {
            foreach (var distance in (ReadOnlySpan<int>)[-1, 1])
            {
                if (index.Articles.Beside(best.Entry, distance) is { } neighbour)
                    CandidateOf(found, neighbour);
            }
        }
    }
}

/// <summary>Lets through the articles in force on one day.</summary>
internal sealed class InForceFilter : Filter
{
    private readonly FixedBitSet _inForce;

    public InForceFilter(KnowledgeIndex index, DateOnly day)
    {
        _inForce = new FixedBitSet(Math.Max(1, index.ArticleOrdinals.Length));
        for (var doc = 0; doc < index.ArticleOrdinals.Length; doc++)
        {
            if (index.Articles.Entries[index.ArticleOrdinals[doc]].IsInForce(day))
                _inForce.Set(doc);
        }
    }

    /// <summary>The index has one segment, so its documents are the reader's.</summary>
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
        context.DocBase == 0 ? _inForce : throw new InvalidOperationException("The index was not merged into one segment.");
}
