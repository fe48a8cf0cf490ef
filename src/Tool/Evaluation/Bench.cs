using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Retrieval;
using LegalService.Knowledge.Vectors;

namespace LegalService.Tool.Evaluation;

/// <summary>A corpus made ready for measuring: with the shipped files, or with those that have not seen a question, or without some part.</summary>
internal sealed class Bench : IDisposable
{
    private readonly HeldOutModels? _heldOut;
    private readonly DateOnly _day;
    private readonly IReadOnlyList<Seat> _seats;

    private Bench(KnowledgeIndex index, HeldOutModels? heldOut, Parts without, DateOnly day)
    {
        (Index, _heldOut, _day) = (index, heldOut, day);
        _seats = heldOut is null
            ? [SeatOf(index, index.Corpus.Artefacts.Model, index.Vectors, without)]
            : [.. heldOut.Models.Select(model => SeatOf(index, model, null, without))];
    }

    /// <summary>The corpus, searchable.</summary>
    public KnowledgeIndex Index { get; }

    /// <summary>Builds the index and what searches it.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="heldOut">Models that have not seen their questions; null takes the shipped ones.</param>
    /// <param name="without">What to leave out.</param>
    /// <param name="day">The day whose law is asked for.</param>
    /// <param name="token">Stops it.</param>
    public static Bench Open(LegalCorpus corpus, HeldOutModels? heldOut, Parts without, DateOnly day, CancellationToken token)
    {
        // Held-out models bring their own vectors: those of the shipped files would be made for nothing.
        var used = heldOut is null ? corpus : corpus with { Artefacts = RankingArtefacts.None };
        return new Bench(KnowledgeIndex.BuildInMemory(used.Without(without), cancellationToken: token), heldOut, without, day);
    }

    /// <summary>What is found for a question.</summary>
    public SearchResult Find(LabelledQuestion question)
    {
        var search = SeatFor(question).Search;
        return search.Find(search.Analyze(question.Question), _day);
    }

    /// <summary>The articles for a question, best first.</summary>
    public IEnumerable<Knowledge.Law.ArticleKey> Articles(LabelledQuestion question) => Find(question).Candidates.Select(candidate => candidate.Entry.Key);

    /// <summary>What a citizen would be told; null when the corpus has no words for answers, or the question is refused.</summary>
    public Answer? Answer(LabelledQuestion question) =>
        Answerer.Refuse(question.Question) is null ? SeatFor(question).Answerer?.Answer(question.Question, _day, _day) : null;

    /// <summary>The trees that rank a question; null when the linear ranking does.</summary>
    public TreeEnsemble? TreesFor(LabelledQuestion question) => SeatFor(question).Trees;

    public void Dispose() => Index.Dispose();

    private static Seat SeatOf(KnowledgeIndex index, RankingModel? model, CorpusVectors? vectors, Parts without)
    {
        var search = model is null || without.HasFlag(Parts.Learned)
            ? new ArticleSearch(index, Retriever.Sources(index, null), new LinearRanker(index))
            : Learned(index, model, vectors ?? CorpusVectors.Of(model.Encoder, index.Articles, index.Questions), without);
        return new Seat(
            search,
            index.Corpus.Answers is null ? null : new Answerer(index, search, model: null),
            without.HasFlag(Parts.Learned) ? null : model?.Trees);
    }

    private static ArticleSearch Learned(KnowledgeIndex index, RankingModel model, CorpusVectors vectors, Parts without)
    {
        var memory = without.HasFlag(Parts.Votes)
            ? new QuestionMemory(VectorTable.Of(model.Encoder.Dimensions, 0, _ => []), [])
            : model.Memory;
        var signals = new LearnedSignals(vectors, memory);
        var sources = Retriever.Sources(index, signals).Where(source => source is not EncoderSource || !without.HasFlag(Parts.Encoder));
        return new ArticleSearch(index, [.. sources], new LearnedRanker(index, model, signals));
    }

    private Seat SeatFor(LabelledQuestion question) => _seats[_heldOut?.FoldOf(question) ?? 0];

    private sealed record Seat(ArticleSearch Search, Answerer? Answerer, TreeEnsemble? Trees);
}
