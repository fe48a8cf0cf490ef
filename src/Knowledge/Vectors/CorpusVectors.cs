using LegalService.Knowledge.Indexing;

namespace LegalService.Knowledge.Vectors;

/// <summary>The vectors of a corpus: one for each article version, one for each way of asking. Immutable.</summary>
internal sealed class CorpusVectors
{
    private CorpusVectors(TextEncoder encoder, VectorTable articles, VectorTable questions) =>
        (Encoder, Articles, Questions) = (encoder, articles, questions);

    /// <summary>What made them.</summary>
    public TextEncoder Encoder { get; }

    /// <summary>By place in the article table.</summary>
    public VectorTable Articles { get; }

    /// <summary>By place in the list of ways of asking.</summary>
    public VectorTable Questions { get; }

    /// <summary>Encodes a corpus; about two seconds for 60,000 articles.</summary>
    public static CorpusVectors Of(TextEncoder encoder, ArticleTable articles, IReadOnlyList<AskedQuestion> questions, CancellationToken cancellationToken = default) =>
        new(
            encoder,
            VectorTable.Of(encoder.Dimensions, articles.Entries.Count, place => encoder.Encode(TextOf(articles.Entries[place])), cancellationToken),
            VectorTable.Of(encoder.Dimensions, questions.Count, place => encoder.Encode(questions[place].Text), cancellationToken));

    /// <summary>Encodes a corpus whose texts were taken apart before.</summary>
    public static CorpusVectors Of(TextEncoder encoder, IReadOnlyList<TokenBag> articles, IReadOnlyList<TokenBag> questions) => new(
        encoder,
        VectorTable.Of(encoder.Dimensions, articles.Count, place => encoder.Encode(articles[place])),
        VectorTable.Of(encoder.Dimensions, questions.Count, place => encoder.Encode(questions[place])));

    /// <summary>The vectors of a corpus with the same articles in the same places, of which some have changed, and other ways of asking.</summary>
    public CorpusVectors With(IReadOnlyList<ArticleEntry> changed, IReadOnlyList<AskedQuestion> questions, CancellationToken cancellationToken) => new(
        Encoder,
        Articles.With(changed.Select(entry => (entry.Ordinal, Encoder.Encode(TextOf(entry))))),
        VectorTable.Of(Encoder.Dimensions, questions.Count, place => Encoder.Encode(questions[place].Text), cancellationToken));

    /// <summary>What is encoded of an article: everything that tells what it is about, but not how citizens ask, which has vectors of its own.</summary>
    public static string TextOf(ArticleEntry entry) =>
        string.Join('\n', entry.Key.Law, ArticleFields.Headings(entry), entry.Text, entry.Note is { } note ? ArticleFields.Note(note) : "");

    /// <summary>Writes them beside the index.</summary>
    public void Write(string path)
    {
        using var stream = File.Create(path);
        using var writer = new BinaryWriter(stream);
        Articles.Write(writer);
        Questions.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null when there is none, or it does not belong to this corpus.</summary>
    public static CorpusVectors? TryRead(string path, TextEncoder encoder, int articles, int questions)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            var vectors = new CorpusVectors(encoder, VectorTable.Read(reader), VectorTable.Read(reader));
            return vectors.Articles.Count == articles && vectors.Questions.Count == questions ? vectors : null;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return null;
        }
    }
}
