using System.Diagnostics;
using System.Globalization;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Retrieval;
using LegalService.Knowledge.Vectors;
using LegalService.Tool.Evaluation;
using LegalService.Training.Encoders;
using LegalService.Training.Ranking;

namespace LegalService.Training;

/// <summary>An encoder and a memory of questions, and what they say about the questions that had no part in them.</summary>
internal sealed class TrainingRun
{
    private const int HardNegatives = 40;

    private readonly EncoderSettings _settings;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly IReadOnlyList<LabelledQuestion> _questions;
    private readonly int[] _fold;
    private readonly DateOnly _day;
    private readonly Setting _setting;
    private readonly EncoderTexts _texts;
    private readonly TuningPairs _pairs;
    private readonly List<TuningQuestion> _asked;
    private readonly List<TuningQuestion> _real;

    /// <summary>Takes the corpus apart and looks for wrong articles that full-text search takes for right.</summary>
    public TrainingRun(LegalCorpus corpus, IReadOnlyList<LabelledQuestion> questions, int[] fold, DateOnly day, EncoderSettings settings, Setting setting = Setting.Full)
    {
        (_questions, _fold, _day, _settings, _setting) = (questions, fold, day, settings, setting);
        Index = KnowledgeIndex.BuildInMemory(corpus with { Artefacts = RankingArtefacts.None });
        Say($"index: {Index.Articles.Entries.Count} articles, {Index.Questions.Count} ways of asking");
        _texts = new EncoderTexts(Index.Articles, Index.Questions, day, settings);
        _pairs = new TuningPairs(_texts, settings);
        Say($"vocabulary: {_texts.Vocabulary.Tokens.Length} characters and pairs");
        var wrong = WrongArticles([.. Index.Questions.Select(asked => asked.Text), .. questions.Select(question => question.Question)]);
        _asked = [.. TuningPairs.Asked(Index.Questions, Index.Articles, day)
            .Select((asked, place) => Question(_texts.Questions[place], asked.Articles, wrong[place], isReal: false))];
        var bags = _texts.Bags(questions.Count, place => questions[place].Question);
        _real = [.. questions.Select((question, place) =>
            Question(bags[place], TuningPairs.Places(question.Articles, Index.Articles, day), wrong[Index.Questions.Count + place], isReal: true))];
        Say($"{_asked.Count + _real.Count} questions for tuning");
        NotesIndex = corpus.Notes.Count == 0 || setting != Setting.Full ? null : KnowledgeIndex.BuildInMemory(corpus with { Artefacts = RankingArtefacts.None, Statutes = [] });
    }

    /// <summary>The corpus, searchable.</summary>
    public KnowledgeIndex Index { get; }

    /// <summary>The corpus as it is shipped, without any full text; null when it has no notes, or some are withheld.</summary>
    public KnowledgeIndex? NotesIndex { get; }

    /// <summary>What article text alone teaches.</summary>
    public TrainableTable Pretrain() => new EncoderTrainer(_texts, _settings, Say).Pretrain();

    /// <summary>Encoder and memory from all questions but those of one fold.</summary>
    /// <param name="pretrained">What article text teaches.</param>
    /// <param name="without">The fold; -1 for none.</param>
    public (TextEncoder Encoder, QuestionMemory Memory) Tune(TrainableTable pretrained, int without)
    {
        var questions = _asked.Concat(_real.Where((_, place) => _fold[place] != without)).ToList();
        var encoder = new EncoderTrainer(_texts, _settings, Say).Tune(pretrained, _pairs, questions).ToEncoder();
        return (encoder, Memory(encoder, without));
    }

    /// <summary>The tables of a fold's questions, by an encoder and a memory that never saw them.</summary>
    public IEnumerable<QuestionTable> Tables(TextEncoder encoder, QuestionMemory memory, int fold) =>
        QuestionTables.Of(Index, new LearnedSignals(CorpusVectors.Of(encoder, _texts.Articles, _texts.Questions), memory), _questions, _fold, fold, _day, _setting);

    /// <summary>The same with the shipped corpus alone, without any full text.</summary>
    public IEnumerable<QuestionTable> NotesTables(TextEncoder encoder, QuestionMemory memory, int fold) => NotesIndex is null
        ? []
        : QuestionTables.Of(
            NotesIndex, new LearnedSignals(CorpusVectors.Of(encoder, NotesIndex.Articles, NotesIndex.Questions), memory), _questions, _fold, fold, _day, Setting.NotesAlone);

    /// <summary>Says what is going on, with the minutes since the beginning.</summary>
    public void Say(string text) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{Stopwatch.GetElapsedTime(_start).TotalMinutes,5:0.0} min] {text}"));

    private QuestionMemory Memory(TextEncoder encoder, int without)
    {
        var places = Enumerable.Range(0, _questions.Count).Where(place => _fold[place] != without && _questions[place].Articles.Count > 0).ToList();
        var vectors = VectorTable.Of(encoder.Dimensions, places.Count, at => encoder.Encode(_real[places[at]].Bag));
        return new QuestionMemory(vectors, [.. places.Select(place => _questions[place].Articles.Distinct().ToArray())]);
    }

    private static TuningQuestion Question(TokenBag bag, int[] articles, int[] wrong, bool isReal) =>
        new(bag, articles, [.. wrong.Except(articles)], isReal);

    private int[][] WrongArticles(string[] texts)
    {
        var analyzer = new QuestionAnalyzer(Index);
        var search = new FullTextSource(Index);
        var found = new int[texts.Length][];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, place => found[place] =
        [
            .. search.Search(analyzer.Analyze(texts[place]), _day).Take(HardNegatives).Select(hit => hit.Ordinal),
        ]);
        return found;
    }
}
