using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Vectors;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace LegalService.Knowledge.Indexing;

/// <summary>A corpus made searchable. Immutable and safe for many threads; dispose it when nobody searches it any more.</summary>
public sealed class KnowledgeIndex : IDisposable
{
    private readonly DirectoryReader _articleReader;
    private readonly DirectoryReader _questionReader;

    private KnowledgeIndex(LegalCorpus corpus, ArticleTable articles, IReadOnlyList<AskedQuestion> questions, Directory articleDirectory, Directory questionDirectory, CorpusVectors? vectors)
    {
        Vectors = vectors;
        Corpus = corpus;
        Articles = articles;
        Questions = questions;
        _articleReader = DirectoryReader.Open(articleDirectory);
        _questionReader = DirectoryReader.Open(questionDirectory);
        ArticleSearcher = new IndexSearcher(_articleReader) { Similarity = new BM25Similarity() };
        QuestionSearcher = new IndexSearcher(_questionReader) { Similarity = new BM25Similarity() };
        ArticleOrdinals = Ordinals(_articleReader);
        QuestionOrdinals = Ordinals(_questionReader);
    }

    /// <summary>The corpus it was made from.</summary>
    public LegalCorpus Corpus { get; }

    /// <summary>Its articles.</summary>
    public ArticleTable Articles { get; }

    /// <summary>Its ways of asking.</summary>
    public IReadOnlyList<AskedQuestion> Questions { get; }

    /// <summary>What the Lucene indexes take on disk or in memory, in bytes.</summary>
    public long SizeInBytes => new[] { _articleReader, _questionReader }.Sum(reader => reader.Directory.ListAll().Sum(reader.Directory.FileLength));

    /// <summary>Its articles and ways of asking, encoded; null when nothing was learned for the ranking.</summary>
    internal CorpusVectors? Vectors { get; }

    internal IndexSearcher ArticleSearcher { get; }

    internal IndexSearcher QuestionSearcher { get; }

    /// <summary>Place in the article table by Lucene document.</summary>
    internal int[] ArticleOrdinals { get; }

    /// <summary>Place in <see cref="Questions"/> by Lucene document.</summary>
    internal int[] QuestionOrdinals { get; }

    /// <summary>Builds the index in memory.</summary>
    public static KnowledgeIndex BuildInMemory(LegalCorpus corpus, CancellationToken cancellationToken = default)
    {
        var (table, questions) = (ArticleTable.From(corpus), AskedQuestion.From(corpus));
        var (articleDirectory, questionDirectory) = (new RAMDirectory(), new RAMDirectory());
        KnowledgeIndexBuilder.WriteArticles(articleDirectory, table, cancellationToken);
        KnowledgeIndexBuilder.WriteQuestions(questionDirectory, questions, cancellationToken);
        var vectors = corpus.Artefacts.Model is { } model ? CorpusVectors.Of(model.Encoder, table, questions, cancellationToken) : null;
        return new KnowledgeIndex(corpus, table, questions, articleDirectory, questionDirectory, vectors);
    }

    /// <summary>
    /// Opens the index below <paramref name="folder"/>, and builds it first when there is none. It is built beside and moved into place when
    /// it is whole, so that a stopped build leaves nothing that would be opened.
    /// </summary>
    public static KnowledgeIndex OpenOrBuild(LegalCorpus corpus, string folder, CancellationToken cancellationToken = default)
    {
        var (table, questions) = (ArticleTable.From(corpus), AskedQuestion.From(corpus));
        if (!System.IO.Directory.Exists(folder))
            Build(folder, table, questions, cancellationToken);
        return new KnowledgeIndex(
            corpus, table, questions, FSDirectory.Open(Path.Combine(folder, "articles")), FSDirectory.Open(Path.Combine(folder, "questions")), VectorsIn(corpus, folder, table, questions, cancellationToken));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _articleReader.Dispose();
        _questionReader.Dispose();
    }

    private static void Build(string folder, ArticleTable table, IReadOnlyList<AskedQuestion> questions, CancellationToken cancellationToken)
    {
        var unfinished = $"{folder}.{Guid.NewGuid():N}.unfinished";
        try
        {
            using (var articles = FSDirectory.Open(Path.Combine(unfinished, "articles")))
                KnowledgeIndexBuilder.WriteArticles(articles, table, cancellationToken);
            using (var asked = FSDirectory.Open(Path.Combine(unfinished, "questions")))
                KnowledgeIndexBuilder.WriteQuestions(asked, questions, cancellationToken);
            if (!System.IO.Directory.Exists(folder))
                System.IO.Directory.Move(unfinished, folder);
        }
        finally
        {
            if (System.IO.Directory.Exists(unfinished))
                System.IO.Directory.Delete(unfinished, recursive: true);
        }
    }

    /// <summary>The vectors are named after the encoder that made them; others are made anew.</summary>
    private static CorpusVectors? VectorsIn(
        LegalCorpus corpus, string folder, ArticleTable table, IReadOnlyList<AskedQuestion> questions, CancellationToken cancellationToken)
    {
        if (corpus.Artefacts.Model is not { } model)
            return null;
        var path = Path.Combine(folder, $"vectors-{model.Version[..16]}.bin");
        if (CorpusVectors.TryRead(path, model.Encoder, table.Entries.Count, questions.Count) is { } stored)
            return stored;
        var vectors = CorpusVectors.Of(model.Encoder, table, questions, cancellationToken);
        var unfinished = $"{path}.{Guid.NewGuid():N}.unfinished";
        vectors.Write(unfinished);
        File.Move(unfinished, path, overwrite: true);
        return vectors;
    }

    private static int[] Ordinals(DirectoryReader reader)
    {
        var ordinals = new int[reader.MaxDoc];
        foreach (var leaf in reader.Leaves)
        {
            var values = leaf.AtomicReader.GetNumericDocValues(IndexFields.Ordinal);
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
                ordinals[leaf.DocBase + doc] = (int)values.Get(doc);
        }

        return ordinals;
    }
}
