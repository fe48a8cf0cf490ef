using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Vectors;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace LegalService.Knowledge.Retrieval;

/// <summary>Gathers the articles that may answer a question.</summary>
public sealed class Retriever
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

    /// <summary>Each later citation of an FAQ entry counts so much less.</summary>
    private const double LaterCitation = 0.15;

    /// <summary>So many of the nearest articles by the encoder are candidates.</summary>
    private const int EncoderHits = 150;

    private readonly KnowledgeIndex _index;
    private readonly LearnedSignals? _signals;
    private readonly QuestionLikeness _likeness;
    private readonly Lock _filterLock = new();
    private (DateOnly Day, InForceFilter Filter)? _lastFilter;

    /// <summary>Searches a corpus, without anything learned.</summary>
    public Retriever(KnowledgeIndex index)
        : this(index, null)
    {
    }

    /// <summary>Searches a corpus.</summary>
    /// <param name="index">The corpus.</param>
    /// <param name="signals">What was learned; null when there is nothing.</param>
    internal Retriever(KnowledgeIndex index, LearnedSignals? signals) => (_index, _signals, _likeness) = (index, signals, new QuestionLikeness(index));

    /// <summary>The candidates in force on the day, not yet ranked.</summary>
    public Retrieved Retrieve(AnalyzedQuestion question, DateOnly day)
    {
        var found = new Dictionary<int, Candidate>();
        foreach (var (ordinal, score) in Search(question, day))
            CandidateOf(found, _index.Articles.Entries[ordinal], FoundBy.Search).SearchScore = score;
        var likes = _likeness.Find(question.Text);
        foreach (var like in likes)
            AddVotes(found, like, day);
        foreach (var citation in question.Citations)
            AddNamed(found, citation, day);
        var encoded = _signals?.Encode(question.Text);
        if (encoded is not null)
            AddEncoded(found, encoded, day);
        AddNeighbours(found);
        if (encoded is not null)
            Compare(found.Values, encoded);
        return new Retrieved([.. found.Values], likes) { Encoded = encoded };
    }

    private static Candidate CandidateOf(Dictionary<int, Candidate> found, ArticleEntry entry, FoundBy by)
    {
        if (!found.TryGetValue(entry.Ordinal, out var candidate))
            found[entry.Ordinal] = candidate = new Candidate(entry);
        candidate.FoundBy |= by;
        return candidate;
    }

    private static void Compare(IEnumerable<Candidate> candidates, EncodedQuestion encoded)
    {
        foreach (var candidate in candidates)
            candidate.Encoded = encoded.Articles[candidate.Entry.Ordinal];
    }

    private void AddEncoded(Dictionary<int, Candidate> found, EncodedQuestion encoded, DateOnly day)
    {
        foreach (var ordinal in NearestPlaces.Of(encoded.Articles, EncoderHits, place => _index.Articles.Entries[place].IsInForce(day)))
            CandidateOf(found, _index.Articles.Entries[ordinal], FoundBy.Encoder);
        foreach (var (place, likeness) in encoded.Questions)
            AddEncodedVotes(found, _index.Questions[place], likeness, day);
        foreach (var (key, vote) in encoded.Votes)
        {
            if (_index.Articles.InForce(key, day) is { } entry)
                CandidateOf(found, entry, FoundBy.Memory).Memory = vote;
        }
    }

    private void AddEncodedVotes(Dictionary<int, Candidate> found, AskedQuestion asked, double likeness, DateOnly day)
    {
        for (var place = 0; place < asked.Articles.Count; place++)
        {
            if (_index.Articles.InForce(asked.Articles[place], day) is not { } entry)
                continue;
            var candidate = CandidateOf(found, entry, FoundBy.Encoder);
            if (asked.Faq is null)
                candidate.EncodedNoteVote = Math.Max(candidate.EncodedNoteVote, likeness);
            else
                candidate.EncodedFaqVote = Math.Max(candidate.EncodedFaqVote, likeness / (1 + (LaterCitation * place)));
        }
    }

    /// <summary>Places and scores of the articles that full-text search finds, best first.</summary>
    internal IEnumerable<(int Ordinal, double Score)> Search(AnalyzedQuestion question, DateOnly day)
    {
        var reader = _index.ArticleSearcher.IndexReader;
        var texts = question.Expansions.Select(e => (e.Term, e.Weight)).Prepend((question.Text, 1.0));
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in QuestionTerms.From(texts, reader).Terms.Take(MostTerms))
        {
            if (!term.IsPair && term.Frequency > reader.MaxDoc * FrequentCharacter)
                continue;
            foreach (var (field, boost) in IndexFields.OfArticle)
                query.Add(new TermQuery(new Term(field, term.Text)) { Boost = boost * (float)term.Source }, Occur.SHOULD);
        }

        return _index.ArticleSearcher.Search(query, FilterOf(day), SearchHits).ScoreDocs
            .Select(hit => (_index.ArticleOrdinals[hit.Doc], (double)hit.Score));
    }

    private InForceFilter FilterOf(DateOnly day)
    {
        lock (_filterLock)
        {
            if (_lastFilter?.Day != day)
                _lastFilter = (day, new InForceFilter(_index, day));
            return _lastFilter.Value.Filter;
        }
    }

    private void AddVotes(Dictionary<int, Candidate> found, LikeQuestion like, DateOnly day)
    {
        for (var place = 0; place < like.Asked.Articles.Count; place++)
        {
            if (_index.Articles.InForce(like.Asked.Articles[place], day) is not { } entry)
                continue;
            var candidate = CandidateOf(found, entry, FoundBy.Votes);
            if (like.Asked.Faq is null)
                candidate.NoteVote = Math.Max(candidate.NoteVote, like.Likeness);
            else
                candidate.FaqVote = Math.Max(candidate.FaqVote, like.Likeness / (1 + (LaterCitation * place)));
        }
    }

    private void AddNamed(Dictionary<int, Candidate> found, CitationInQuestion citation, DateOnly day)
    {
        if (citation is { Law: { } law, Number: { } number } && _index.Articles.InForce(new ArticleKey(law, number), day) is { } entry)
            CandidateOf(found, entry, FoundBy.Named).IsNamed = true;
    }

    private void AddNeighbours(Dictionary<int, Candidate> found)
    {
        foreach (var best in found.Values.OrderByDescending(c => c.SearchScore).Take(BestWithNeighbours).ToList())
        {
            foreach (var distance in (ReadOnlySpan<int>)[-1, 1])
            {
                if (_index.Articles.Beside(best.Entry, distance) is { } neighbour)
                    CandidateOf(found, neighbour, FoundBy.Beside);
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
