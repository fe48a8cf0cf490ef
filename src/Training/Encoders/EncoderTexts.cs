using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Vectors;

namespace LegalService.Training.Encoders;

/// <summary>The corpus, taken apart once: vocabulary, and the tokens of every article and way of asking.</summary>
internal sealed class EncoderTexts
{
    private const int SeenAtLeast = 3;

    /// <summary>A token of our notes and ways of asking counts as often as this, for it is what citizens write.</summary>
    private const int NotesCount = 4;

    /// <summary>Takes a corpus apart. The vocabulary comes from the corpus alone, so that it tells nothing of the training questions.</summary>
    public EncoderTexts(ArticleTable articles, IReadOnlyList<AskedQuestion> questions, DateOnly day, EncoderSettings settings)
    {
        InForce = [.. articles.Entries.Where(entry => entry.IsInForce(day))];
        var frequencies = new Dictionary<uint, int>();
        foreach (var entry in InForce)
            Add(frequencies, CorpusVectors.TextOf(entry with { Note = null }), 1);
        foreach (var entry in InForce.Where(entry => entry.Note is not null))
            Add(frequencies, ArticleFields.Note(entry.Note!), NotesCount);
        foreach (var question in questions)
            Add(frequencies, question.Text, NotesCount);
        var tokens = frequencies.Where(pair => pair.Value >= SeenAtLeast)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(settings.Tokens).Select(pair => pair.Key).Order().ToArray();
        Vocabulary = new Vocabulary(tokens);
        var texts = (double)InForce.Count + questions.Count;
        var rarity = Array.ConvertAll(tokens, token => Math.Log(1 + (texts / frequencies[token])));
        Rarity = Array.ConvertAll(rarity, value => (float)(value / rarity.Max()));
        Articles = Bags(articles.Entries.Count, place => CorpusVectors.TextOf(articles.Entries[place]));
        Questions = Bags(questions.Count, place => questions[place].Text);
    }

    /// <summary>The articles in force.</summary>
    public IReadOnlyList<ArticleEntry> InForce { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>By row of the vocabulary, at most 1.</summary>
    public float[] Rarity { get; }

    /// <summary>By place in the article table.</summary>
    public TokenBag[] Articles { get; }

    /// <summary>By place in the list of ways of asking.</summary>
    public TokenBag[] Questions { get; }

    /// <summary>The tokens of many texts.</summary>
    public TokenBag[] Bags(int count, Func<int, string> textOf)
    {
        var bags = new TokenBag[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, place => bags[place] = Vocabulary.BagOf(textOf(place)));
        return bags;
    }

    private static void Add(Dictionary<uint, int> frequencies, string text, int weight)
    {
        foreach (var token in Vocabulary.Count(text).Keys)
            frequencies[token] = frequencies.GetValueOrDefault(token) + weight;
    }
}
