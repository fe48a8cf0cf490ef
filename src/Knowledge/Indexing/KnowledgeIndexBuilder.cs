using System.Globalization;
using LegalService.Knowledge.Corpus;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Directory = Lucene.Net.Store.Directory;

namespace LegalService.Knowledge.Indexing;

/// <summary>Writes the Lucene indexes of a corpus.</summary>
internal static class KnowledgeIndexBuilder
{
    private const double BufferMegabytes = 128;

    /// <summary>One document for each version of each article.</summary>
    public static void WriteArticles(Directory directory, ArticleTable table, CancellationToken cancellationToken)
    {
        using var writer = Open(directory, OpenMode.CREATE);
        Parallel.ForEach(
            table.Entries,
            new ParallelOptions { CancellationToken = cancellationToken },
            entry => writer.AddDocument(ArticleDocument(entry)));
        writer.ForceMerge(1);
        writer.Commit();
    }

    /// <summary>Writes the documents of some articles anew, over those of an index whose table has the same articles in the same places.</summary>
    public static void RewriteArticles(Directory directory, IEnumerable<ArticleEntry> changed, CancellationToken cancellationToken)
    {
        using var writer = Open(directory, OpenMode.APPEND);
        foreach (var entry in changed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.UpdateDocument(new Term(IndexFields.Place, PlaceOf(entry)), ArticleDocument(entry));
        }

        writer.Commit();
    }

    /// <summary>One document for each way of asking.</summary>
    public static void WriteQuestions(Directory directory, IReadOnlyList<AskedQuestion> questions, CancellationToken cancellationToken)
    {
        using var writer = Open(directory, OpenMode.CREATE);
        for (var ordinal = 0; ordinal < questions.Count; ordinal++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.AddDocument(
            [
                new TextField(IndexFields.Ask, questions[ordinal].Text, Field.Store.NO),
                new NumericDocValuesField(IndexFields.Ordinal, ordinal),
            ]);
        }

        writer.ForceMerge(1);
        writer.Commit();
    }

    private static IndexWriter Open(Directory directory, OpenMode mode) => new(directory, new IndexWriterConfig(HanAnalyzer.Version, new HanAnalyzer())
    {
        OpenMode = mode,
        RAMBufferSizeMB = BufferMegabytes,
        Similarity = new BM25Similarity(),
    });

    private static List<IIndexableField> ArticleDocument(ArticleEntry entry)
    {
        var fields = new List<IIndexableField>
        {
            new NumericDocValuesField(IndexFields.Ordinal, entry.Ordinal),
            new StringField(IndexFields.Place, PlaceOf(entry), Field.Store.NO),
            new TextField(IndexFields.Title, entry.Key.Law, Field.Store.NO),
            new TextField(IndexFields.Headings, ArticleFields.Headings(entry), Field.Store.NO),
        };
        if (entry.Text is { } text)
            fields.Add(new TextField(IndexFields.Text, text, Field.Store.NO));
        if (entry.Note is { } note)
        {
            fields.Add(new TextField(IndexFields.Note, ArticleFields.Note(note), Field.Store.NO));
            fields.Add(new TextField(IndexFields.Ask, ArticleFields.Ask(note), Field.Store.NO));
        }

        return fields;
    }

    private static string PlaceOf(ArticleEntry entry) => entry.Ordinal.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What stands in each searched field of an article.</summary>
internal static class ArticleFields
{
    public static string Headings(ArticleEntry entry) => string.Join('\n', entry.Headings.Append(entry.Note?.Caption ?? ""));

    public static string Note(ArticleNote note) => note.Gist + "\n" + string.Join('\n', note.Tags);

    public static string Ask(ArticleNote note) => string.Join('\n', note.Questions);
}
