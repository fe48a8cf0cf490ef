using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Vectors;

namespace LegalService.Training.Encoders;

/// <summary>A question that belongs to articles.</summary>
/// <param name="Bag">Its tokens.</param>
/// <param name="Articles">Places of its articles in the article table.</param>
/// <param name="Wrong">Places of articles that full-text search finds for it and that are not its own.</param>
/// <param name="IsReal">True for a citizen's question, false for a way of asking that we wrote.</param>
internal sealed record TuningQuestion(TokenBag Bag, int[] Articles, int[] Wrong, bool IsReal);

/// <summary>What questions teach: a question belongs to its articles, and to other questions with the same articles.</summary>
internal sealed class TuningPairs(EncoderTexts texts, EncoderSettings settings)
{
    /// <summary>So many of the best wrong articles may be taken.</summary>
    private const int HardFrom = 30;

    private const double TextOnly = 0.25;
    private const double NoteOnly = 0.25;

    private readonly Dictionary<int, (TokenBag Text, TokenBag Note)> _parts = texts.InForce.Where(entry => entry is { Note: not null, Text: not null })
        .ToDictionary(entry => entry.Ordinal, entry => (
            texts.Vocabulary.BagOf(CorpusVectors.TextOf(entry with { Note = null })),
            texts.Vocabulary.BagOf(CorpusVectors.TextOf(entry with { Text = null, Headings = [] }))));

    /// <summary>The ways of asking of the corpus, without wrong articles.</summary>
    public static IEnumerable<(AskedQuestion Asked, int[] Articles)> Asked(IReadOnlyList<AskedQuestion> questions, ArticleTable table, DateOnly day) =>
        questions.Select(asked => (asked, Places(asked.Articles, table, day)));

    /// <summary>Places of the articles in force.</summary>
    public static int[] Places(IEnumerable<ArticleKey> keys, ArticleTable table, DateOnly day) =>
        [.. keys.Select(key => table.InForce(key, day)).OfType<ArticleEntry>().Select(entry => entry.Ordinal)];

    /// <summary>The examples of one round: questions with articles, then questions with questions, each shuffled.</summary>
    public (List<Example> ToArticles, List<Example> ToQuestions) Round(IReadOnlyList<TuningQuestion> questions, Random random)
    {
        var byArticle = questions.SelectMany((question, place) => question.Articles.Select(article => (article, place))).ToLookup(pair => pair.article, pair => pair.place);
        var (toArticles, toQuestions) = (new List<Example>(), new List<Example>());
        for (var place = 0; place < questions.Count; place++)
        {
            var question = questions[place];
            if (question.Articles.Length == 0)
                continue;
            for (var time = 0; time < (question.IsReal ? settings.QuestionRepeats : 1); time++)
            {
                toArticles.Add(ToArticle(question, random));
                if (ToQuestion(questions, place, byArticle, random) is { } example)
                    toQuestions.Add(example);
            }
        }

        return (Shuffled(toArticles, random), Shuffled(toQuestions, random));
    }

    private Example ToArticle(TuningQuestion question, Random random)
    {
        // The first article counts most: an FAQ entry names the most important one first.
        var right = question.Articles[question.IsReal ? random.Next(question.Articles.Length) : Math.Min(random.Next(question.Articles.Length), random.Next(question.Articles.Length))];
        var wrong = question.Wrong.Length == 0 ? null : Text(question.Wrong[random.Next(Math.Min(HardFrom, question.Wrong.Length))], random);
        return new Example(new KeyedText(question.Bag, question.Articles), Text(right, random), wrong);
    }

    private static Example? ToQuestion(IReadOnlyList<TuningQuestion> questions, int place, ILookup<int, int> byArticle, Random random)
    {
        var article = questions[place].Articles[random.Next(questions[place].Articles.Length)];
        var others = byArticle[article].Where(other => other != place).ToList();
        if (others.Count == 0)
            return null;
        var other = questions[others[random.Next(others.Count)]];
        return new Example(new KeyedText(questions[place].Bag, questions[place].Articles), new KeyedText(other.Bag, other.Articles), null);
    }

    /// <summary>Now and then without the note, now and then without the text, so that either alone is understood too.</summary>
    private KeyedText Text(int article, Random random)
    {
        var chance = random.NextDouble();
        var bag = texts.Articles[article];
        if (_parts.TryGetValue(article, out var parts))
            bag = chance < TextOnly ? parts.Text : chance < TextOnly + NoteOnly ? parts.Note : bag;
        return new KeyedText(bag, [article]);
    }

    private static List<Example> Shuffled(List<Example> examples, Random random)
    {
        var array = examples.ToArray();
        random.Shuffle(array);
        return [.. array];
    }
}
