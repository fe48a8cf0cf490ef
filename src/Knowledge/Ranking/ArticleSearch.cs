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
    /// <param name="ranker">Null takes the linear one.</param>
    public ArticleSearch(KnowledgeIndex index, IRanker? ranker = null)
    {
        _analyzer = new QuestionAnalyzer(index.Articles.Laws, index.Corpus.Lexicon);
        _retriever = new Retriever(index);
        _ranker = ranker ?? new LinearRanker(index);
    }

    /// <summary>Normalises a question, spots what it names, expands its lay words.</summary>
    public AnalyzedQuestion Analyze(string question) => _analyzer.Analyze(question);

    /// <summary>The articles in force on the day, best first.</summary>
    public SearchResult Find(AnalyzedQuestion question, DateOnly day)
    {
        var retrieved = _retriever.Retrieve(question, day);
        var ranked = _ranker.Rank(question, retrieved);
        return new SearchResult(ranked.Candidates, retrieved.LikeQuestions, ranked.Confidence);
    }
}

/// <summary>What was found for a question.</summary>
/// <param name="Candidates">Articles in force on the asked day, best first.</param>
/// <param name="LikeQuestions">Ways of asking like the question, most alike first.</param>
/// <param name="Confidence">0 to 1: how likely it is that the first articles answer it.</param>
public sealed record SearchResult(IReadOnlyList<Candidate> Candidates, IReadOnlyList<LikeQuestion> LikeQuestions, double Confidence);
