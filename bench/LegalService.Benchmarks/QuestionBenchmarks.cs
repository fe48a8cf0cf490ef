using BenchmarkDotNet.Attributes;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Retrieval;
using LegalService.Knowledge.Vectors;

namespace LegalService.Benchmarks;

/// <summary>The way of a question, step by step. Times and allocations are for one question.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class QuestionBenchmarks
{
    private const int Count = 8;

    private readonly DateOnly _day = TimeProvider.System.Today();
    private readonly List<AnalyzedQuestion> _analyzed = [];
    private readonly List<Retrieved> _retrieved = [];
    private readonly List<float[][]> _rows = [];
    private readonly List<float[]> _vectors = [];
    private KnowledgeIndex _index = null!;
    private CorpusVectors _corpus = null!;
    private RankingModel _model = null!;
    private QuestionAnalyzer _analyzer = null!;
    private Retriever _retriever = null!;
    private FeatureExtractor _features = null!;
    private ArticleSearch _search = null!;
    private Answerer _answerer = null!;

    /// <summary>Loads the corpus and prepares what each step begins with.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _index = LoadedCorpus.Build();
        (_corpus, _model) = (_index.Vectors!, _index.Corpus.Artefacts.Model!);
        var signals = new LearnedSignals(_corpus, _model.Memory);
        _analyzer = new QuestionAnalyzer(_index);
        _retriever = new Retriever(_index, Retriever.Sources(_index, signals));
        _features = new FeatureExtractor(_index, signals);
        (_search, _answerer) = (new ArticleSearch(_index), new Answerer(_index));
        foreach (var question in LoadedCorpus.Questions)
        {
            _analyzed.Add(_analyzer.Analyze(question));
            _retrieved.Add(_retriever.Retrieve(_analyzed[^1], _day));
            _rows.Add(_features.Of(_analyzed[^1], _retrieved[^1]));
            _vectors.Add(_corpus.Encoder.Encode(_analyzed[^1].Text));
        }

        Console.WriteLine($"{_index.Articles.Entries.Count} articles, {_rows.Average(rows => rows.Length):0} candidates for a question");
    }

    /// <summary>Normalise, put mistakes right, spot laws and articles, expand.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Analyze() => LoadedCorpus.Questions.Sum(question => _analyzer.Analyze(question).Text.Length);

    /// <summary>One vector from a text.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public float Encode() => _analyzed.Sum(question => _corpus.Encoder.Encode(question.Text)[0]);

    /// <summary>A vector compared with every article, the nearest 150 picked.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Nearest() => _vectors.Sum(vector => NearestPlaces.Of(_corpus.Articles.Likeness(vector), 150, _ => true)[0]);

    /// <summary>All candidates from all sources.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Retrieve() => _analyzed.Sum(question => _retriever.Retrieve(question, _day).Candidates.Count);

    /// <summary>All features of all candidates.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Features()
    {
        var sum = 0;
        for (var place = 0; place < Count; place++)
            sum += _features.Of(_analyzed[place], _retrieved[place]).Length;
        return sum;
    }

    /// <summary>The trees over all candidates.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double Trees() => _rows.Sum(rows => rows.Sum(row => _model.Trees.Score(row)));

    /// <summary>From the question to ranked articles.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double Search() => LoadedCorpus.Questions.Sum(question => _search.Find(_search.Analyze(question), _day).Confidence);

    /// <summary>From the question to the answer.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Answer() => LoadedCorpus.Questions.Sum(question => _answerer.Answer(question, _day, _day).Text.Length);
}
