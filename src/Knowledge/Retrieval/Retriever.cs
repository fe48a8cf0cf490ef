using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Retrieval;

/// <summary>Gathers the articles that may answer a question.</summary>
public sealed class Retriever
{
    private readonly KnowledgeIndex _index;
    private readonly IReadOnlyList<ICandidateSource> _sources;

    /// <summary>Searches a corpus, without anything learned.</summary>
    public Retriever(KnowledgeIndex index)
        : this(index, Sources(index, null))
    {
    }

    /// <summary>Searches a corpus by the sources given.</summary>
    internal Retriever(KnowledgeIndex index, IReadOnlyList<ICandidateSource> sources) => (_index, _sources) = (index, sources);

    /// <summary>The candidates in force on the day, not yet ranked.</summary>
    public Retrieved Retrieve(AnalyzedQuestion question, DateOnly day)
    {
        var gathering = new Gathering(_index.Articles, question, day);
        foreach (var source in _sources)
            source.Find(gathering);
        if (gathering.Encoded is { } encoded)
        {
            foreach (var candidate in gathering.Candidates)
                candidate.Encoded = encoded.Articles[candidate.Entry.Ordinal];
        }

        // In the order of the article table: how they were found depends on how Lucene numbered the articles when the index was built.
        return new Retrieved([.. gathering.Candidates.OrderBy(candidate => candidate.Entry.Ordinal)], gathering.LikeQuestions) { Encoded = gathering.Encoded };
    }

    /// <summary>All sources, in the order in which they run.</summary>
    /// <param name="index">The corpus.</param>
    /// <param name="signals">What was learned; null when there is nothing.</param>
    internal static IReadOnlyList<ICandidateSource> Sources(KnowledgeIndex index, LearnedSignals? signals) =>
    [
        new FullTextSource(index), new LikeQuestionSource(index), new NamedSource(),
        .. signals is null ? Array.Empty<ICandidateSource>() : [new EncoderSource(index, signals), new MemorySource(signals)],
        new NeighbourSource(index),
    ];
}
