using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Ranking;

/// <summary>Figures by which the candidates of a question are put in order against each other.</summary>
internal enum Signal
{
    /// <summary>Full-text search over all fields.</summary>
    Search,

    /// <summary>BM25 of the statute text.</summary>
    Text,

    /// <summary>BM25 of our note.</summary>
    Note,

    /// <summary>BM25 of the ways of asking.</summary>
    Ask,

    /// <summary>The linear ranking.</summary>
    Linear,

    /// <summary>Likeness by the encoder.</summary>
    Encoded,

    /// <summary>Votes of remembered questions.</summary>
    Memory,
}

/// <summary>The candidates of one question together.</summary>
internal sealed class CandidateGroup
{
    private const int CountedForShares = 20;

    private static readonly Func<RankingContext, double>[] Signals =
    [
        context => context.Candidate.SearchScore, context => context.Text.Bm25, context => context.Note.Bm25, context => context.Ask.Bm25,
        context => context.Candidate.Score, context => context.Candidate.Encoded, context => context.Candidate.Memory.Sum,
    ];

    private readonly double[][] _values;
    private readonly int[][] _ranks;
    private readonly double[] _best;
    private readonly Dictionary<int, int> _placeOf;

    /// <summary>Counts what several features need.</summary>
    /// <param name="contexts">The candidates, with the linear ranking's score.</param>
    /// <param name="index">The corpus.</param>
    /// <param name="encoded">The question compared with every article; null without what was learned.</param>
    /// <param name="learned">What was learned; null when there is nothing.</param>
    public CandidateGroup(IReadOnlyList<RankingContext> contexts, KnowledgeIndex index, EncodedQuestion? encoded, LearnedSignals? learned)
    {
        (Contexts, Index, Encoded, Learned) = (contexts, index, encoded, learned);
        _values = [.. Signals.Select(signal => contexts.Select(signal).ToArray())];
        _ranks = [.. _values.Select(Ranks)];
        _best = [.. _values.Select(values => values.DefaultIfEmpty().Max())];
        _placeOf = Enumerable.Range(0, contexts.Count).ToDictionary(place => contexts[place].Entry.Ordinal);
        Laws = [.. contexts.Select(context => context.Entry.Key.Law)];
        Chapters = [.. contexts.Select(context => context.Entry.Key.Law + "\n" + string.Join('\n', context.Entry.Headings))];
        LawOfLinear = new GroupShares(Laws, _values[(int)Signal.Linear], _ranks[(int)Signal.Linear], CountedForShares);
        LawOfEncoded = new GroupShares(Laws, _values[(int)Signal.Encoded], _ranks[(int)Signal.Encoded], CountedForShares);
        LawOfMemory = new GroupShares(Laws, _values[(int)Signal.Memory], _ranks[(int)Signal.Memory], contexts.Count);
        ChapterOfLinear = new GroupShares(Chapters, _values[(int)Signal.Linear], _ranks[(int)Signal.Linear], CountedForShares);
        ChapterOfEncoded = new GroupShares(Chapters, _values[(int)Signal.Encoded], _ranks[(int)Signal.Encoded], CountedForShares);
        ChapterOfMemory = new GroupShares(Chapters, _values[(int)Signal.Memory], _ranks[(int)Signal.Memory], contexts.Count);
    }

    public IReadOnlyList<RankingContext> Contexts { get; }

    public KnowledgeIndex Index { get; }

    public EncodedQuestion? Encoded { get; }

    public LearnedSignals? Learned { get; }

    /// <summary>The law of each candidate.</summary>
    public string[] Laws { get; }

    /// <summary>Law and headings of each candidate.</summary>
    public string[] Chapters { get; }

    public GroupShares LawOfLinear { get; }

    public GroupShares LawOfEncoded { get; }

    public GroupShares LawOfMemory { get; }

    public GroupShares ChapterOfLinear { get; }

    public GroupShares ChapterOfEncoded { get; }

    public GroupShares ChapterOfMemory { get; }

    /// <summary>The value of a signal.</summary>
    public double Value(Signal signal, int place) => _values[(int)signal][place];

    /// <summary>The place by a signal, from 1; the number of candidates and one more where the signal is 0.</summary>
    public int Rank(Signal signal, int place) => _ranks[(int)signal][place];

    /// <summary>The highest value of a signal.</summary>
    public double Best(Signal signal) => _best[(int)signal];

    /// <summary>Place among the candidates of the article that stands so far further in the law; -1 when it is no candidate.</summary>
    public int Beside(int place, int distance) =>
        Index.Articles.Beside(Contexts[place].Entry, distance) is { } entry ? _placeOf.GetValueOrDefault(entry.Ordinal, -1) : -1;

    /// <summary>Likeness by the encoder of the article that stands so far further in the law, candidate or not.</summary>
    public double EncodedBeside(int place, int distance) =>
        Encoded is not null && Index.Articles.Beside(Contexts[place].Entry, distance) is { } entry ? Encoded.Articles[entry.Ordinal] : 0;

    private static int[] Ranks(double[] values)
    {
        var ranks = new int[values.Length];
        var order = Enumerable.Range(0, values.Length).OrderByDescending(place => values[place]).ToList();
        for (var rank = 0; rank < order.Count; rank++)
            ranks[order[rank]] = values[order[rank]] == 0 ? values.Length + 1 : rank + 1;
        return ranks;
    }
}

/// <summary>How the best candidates are spread over laws, or over chapters.</summary>
internal sealed class GroupShares
{
    private readonly Dictionary<string, (double Sum, double Best, double Second, int Count)> _byName = new(StringComparer.Ordinal);
    private readonly double _total;

    public GroupShares(string[] names, double[] values, int[] ranks, int counted)
    {
        for (var place = 0; place < names.Length; place++)
        {
            var (sum, best, second, count) = _byName.GetValueOrDefault(names[place]);
            var value = Math.Max(0, values[place]);
            var isCounted = ranks[place] <= counted;
            (best, second) = value > best ? (value, best) : (best, Math.Max(second, value));
            _byName[names[place]] = (sum + (isCounted ? value : 0), best, second, count + (isCounted ? 1 : 0));
            _total += isCounted ? value : 0;
        }
    }

    /// <summary>Share of the best candidates' values that the law or chapter has; 0 to 1.</summary>
    public double Share(string name) => _total > 0 ? _byName[name].Sum / _total : 0;

    /// <summary>How many of the best candidates are its own.</summary>
    public int Count(string name) => _byName[name].Count;

    /// <summary>Its highest value apart from one candidate's own.</summary>
    public double BestOther(string name, double own) => own >= _byName[name].Best ? _byName[name].Second : _byName[name].Best;
}
