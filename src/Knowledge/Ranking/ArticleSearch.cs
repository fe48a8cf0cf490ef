using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Ranking;

/// <summary>Finds the articles for a question: analyse, retrieve, rank. Safe for many threads.</summary>
public sealed class ArticleSearch
{
    private readonly QuestionAnalyzer _analyzer;
    private readonly Retriever _retriever;
    private readonly IRanker _ranker;

    /// <summary>Prepares a corpus for searching.</summary>
    /// <param name="index">The corpus, searchable.</param>
    /// <param name="ranker">Null takes the learned one, or the linear one where nothing learned is there.</param>
    public ArticleSearch(KnowledgeIndex index, IRanker? ranker = null)
    {
        _analyzer = new QuestionAnalyzer(index);
        var learned = ranker is null && index.Vectors is { } vectors && index.Corpus.Artefacts.Model is { } model
            ? (Model: model, Signals: new LearnedSignals(vectors, model.Memory))
            : default;
        _retriever = new Retriever(index, Retriever.Sources(index, learned.Signals));
        _ranker = ranker ?? (learned.Model is null ? new LinearRanker(index) : new LearnedRanker(index, learned.Model, learned.Signals));
    }

    /// <summary>Prepares a corpus for searching by sources and a ranker of one's own.</summary>
    internal ArticleSearch(KnowledgeIndex index, IReadOnlyList<ICandidateSource> sources, IRanker ranker)
    {
        _analyzer = new QuestionAnalyzer(index);
        (_retriever, _ranker) = (new Retriever(index, sources), ranker);
    }

    /// <summary>Normalises a question, spots what it names, expands its lay words.</summary>
    public AnalyzedQuestion Analyze(string question) => _analyzer.Analyze(question);

    /// <summary>The articles in force on the day, best first.</summary>
    public SearchResult Find(AnalyzedQuestion question, DateOnly day)
    {
        var retrieved = _retriever.Retrieve(question, day);
        var ranked = _ranker.Rank(question, retrieved);
        return new SearchResult(ranked.Candidates, retrieved.LikeQuestions, ranked.Confidence) { ShownFrom = ranked.ShownFrom, SaidFrom = ranked.SaidFrom };
    }
}

/// <summary>What was found for a question.</summary>
/// <param name="Candidates">Articles in force on the asked day, best first.</param>
/// <param name="LikeQuestions">Ways of asking like the question, most alike first.</param>
/// <param name="Confidence">0 to 1: how likely it is that the first articles answer it.</param>
public sealed record SearchResult(IReadOnlyList<Candidate> Candidates, IReadOnlyList<LikeQuestion> LikeQuestions, double Confidence)
{
    /// <summary>A candidate is worth showing from this <see cref="Candidate.Closeness"/> on.</summary>
    public double ShownFrom { get; init; } = 0.72;

    /// <summary>A candidate's words are worth saying from this <see cref="Candidate.Closeness"/> on.</summary>
    public double SaidFrom { get; init; } = 0.88;
}
