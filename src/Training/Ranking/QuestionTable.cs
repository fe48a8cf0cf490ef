using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Retrieval;
using LegalService.Tool.Evaluation;

namespace LegalService.Training.Ranking;

/// <summary>How much of the corpus is loaded.</summary>
internal enum Setting
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>Notes and FAQ without any full text, as the service is shipped.</summary>
    NotesAlone,

    /// <summary>Everything but the notes that <see cref="Withholding"/> hides.</summary>
    NotesWithheld,
}

/// <summary>One question with its candidates and their features.</summary>
/// <param name="Question">The question.</param>
/// <param name="Fold">Its fold.</param>
/// <param name="Candidates">The candidates; their score is the linear ranking's.</param>
/// <param name="Likes">Ways of asking like it.</param>
/// <param name="Rows">The features of each candidate.</param>
/// <param name="Linear">The linear score of each candidate.</param>
internal sealed record QuestionTable(
    LabelledQuestion Question, int Fold, IReadOnlyList<Candidate> Candidates, IReadOnlyList<LikeQuestion> Likes, float[][] Rows, double[] Linear)
{
    /// <summary>With how much of the corpus the candidates were found.</summary>
    public Setting Setting { get; init; }

    private readonly HashSet<ArticleKey> _right = [.. Question.Articles];

    /// <summary>True when lawyers matched the candidate to the question.</summary>
    public bool IsRight(int place) => _right.Contains(Candidates[place].Entry.Key);

    /// <summary>True when lawyers matched the candidate to the question.</summary>
    public bool IsRight(Candidate candidate) => _right.Contains(candidate.Entry.Key);
}

/// <summary>Makes tables for questions.</summary>
internal static class QuestionTables
{
    /// <summary>Retrieves and judges the candidates of the questions of one fold.</summary>
    public static IEnumerable<QuestionTable> Of(
        KnowledgeIndex index, LearnedSignals? signals, IReadOnlyList<LabelledQuestion> questions, int[] fold, int which, DateOnly day, Setting setting)
    {
        var analyzer = new Knowledge.Questions.QuestionAnalyzer(index);
        var (retriever, extractor) = (new Retriever(index, Retriever.Sources(index, signals)), new FeatureExtractor(index, signals));
        var places = Enumerable.Range(0, questions.Count).Where(place => fold[place] == which).ToArray();
        var tables = new QuestionTable[places.Length];
        Parallel.For(0, places.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, place =>
        {
            var question = questions[places[place]];
            var analyzed = analyzer.Analyze(question.Question);
            var retrieved = retriever.Retrieve(analyzed, day);
            var rows = extractor.Of(analyzed, retrieved);
            tables[place] = new QuestionTable(
                question, which, retrieved.Candidates, retrieved.LikeQuestions, rows, [.. retrieved.Candidates.Select(candidate => candidate.Score)])
            {
                Setting = setting,
            };
        });
        return tables;
    }
}
