using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Vectors;

namespace LegalService.Training.Encoders;

/// <summary>What article text teaches without anybody's questions: a clause belongs to the rest of its article, a heading to its articles.</summary>
internal static class PretrainingPairs
{
    private const int ShortestClause = 8;

    /// <summary>The examples of one round, shuffled.</summary>
    public static List<Example> Of(EncoderTexts texts, Random random)
    {
        var pairs = new List<(string Asked, string Right, int Key)>();
        foreach (var entry in texts.InForce)
            Add(pairs, entry, random);
        var shuffled = pairs.ToArray();
        random.Shuffle(shuffled);
        var asked = texts.Bags(shuffled.Length, place => shuffled[place].Asked);
        var right = texts.Bags(shuffled.Length, place => shuffled[place].Right);
        return [.. Enumerable.Range(0, shuffled.Length).Select(place => ExampleOf(asked[place], right[place], shuffled[place].Key))];
    }

    private static Example ExampleOf(TokenBag asked, TokenBag right, int key) => new(new KeyedText(asked, [key]), new KeyedText(right, [key]), null);

    private static void Add(List<(string Asked, string Right, int Key)> pairs, ArticleEntry entry, Random random)
    {
        var (text, key) = (entry.Text, entry.Ordinal);
        if (text is not null)
        {
            pairs.Add((entry.Key.Law + "\n" + string.Join('\n', entry.Headings), text, key));
            var clauses = Sentences.Of(text).Select(clause => clause.Trim()).Where(clause => clause.Length >= ShortestClause).ToList();
            if (clauses.Count >= 2)
            {
                var chosen = random.Next(clauses.Count);
                pairs.Add((clauses[chosen], entry.Key.Law + "\n" + string.Concat(clauses.Where((_, place) => place != chosen)), key));
                var first = random.Next(clauses.Count - 1);
                pairs.Add((clauses[first + 1], clauses[first], key));
            }
        }

        if (entry.Note is { } note && text is not null)
        {
            pairs.Add((note.Gist, text, key));
            pairs.Add((note.Caption + "\n" + string.Join('\n', note.Tags), text, key));
        }
    }
}
