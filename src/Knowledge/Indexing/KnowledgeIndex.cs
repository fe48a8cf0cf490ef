using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Ranking;
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
    /// <summary>Raised when the index on disk is laid out otherwise, so that one of an older program is never opened.</summary>
    internal const byte Format = 2;

    private readonly DirectoryReader _articleReader;
    private readonly DirectoryReader _questionReader;

    private KnowledgeIndex(LegalCorpus corpus, ArticleTable articles, IReadOnlyList<AskedQuestion> questions, Directory articleDirectory, Directory questionDirectory)
    {
        Corpus = corpus;
        Articles = articles;
        Questions = questions;
        _articleReader = DirectoryReader.Open(articleDirectory);
        _questionReader = DirectoryReader.Open(questionDirectory);
        ArticleSearcher = new IndexSearcher(_articleReader) { Similarity = new BM25Similarity() };
        QuestionSearcher = new IndexSearcher(_questionReader) { Similarity = new BM25Similarity() };
        ArticleOrdinals = Ordinals(_articleReader);
        QuestionOrdinals = Ordinals(_questionReader);
        Frequencies = new TermFrequencies(_articleReader);
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
    internal CorpusVectors? Vectors { get; private set; }

    /// <summary>How rare each character and pair is.</summary>
    internal TermFrequencies Frequencies { get; }

    internal IndexSearcher ArticleSearcher { get; }

    internal IndexSearcher QuestionSearcher { get; }

    /// <summary>Place in the article table by Lucene document.</summary>
    internal int[] ArticleOrdinals { get; }

    /// <summary>Place in <see cref="Questions"/> by Lucene document.</summary>
    internal int[] QuestionOrdinals { get; }

    /// <summary>Builds the index in memory.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="before">The index of a corpus that is nearly the same: what has not changed is taken from there. Null: there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static KnowledgeIndex BuildInMemory(LegalCorpus corpus, KnowledgeIndex? before = null, CancellationToken cancellationToken = default)
    {
        var (table, questions) = (ArticleTable.From(corpus), AskedQuestion.From(corpus));
        var changes = ArticleChanges.Between(before, table);
        var (articleDirectory, questionDirectory) = (new RAMDirectory(), new RAMDirectory());
        Write(articleDirectory, questionDirectory, table, questions, changes, cancellationToken);
        return new KnowledgeIndex(corpus, table, questions, articleDirectory, questionDirectory)
        {
            Vectors = corpus.Artefacts.Model is { } model ? VectorsOf(model, table, questions, changes, cancellationToken) : null,
        };
    }

    /// <summary>
    /// Opens the index below <paramref name="folder"/>, and builds it first when there is none or it is damaged. It is built beside and moved
    /// into place when it is whole, so that a stopped build leaves nothing that would be opened.
    /// </summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="folder">Where it is kept.</param>
    /// <param name="before">The index of a corpus that is nearly the same: what has not changed is taken from there. Null: there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static KnowledgeIndex OpenOrBuild(LegalCorpus corpus, string folder, KnowledgeIndex? before = null, CancellationToken cancellationToken = default)
    {
        var (table, questions) = (ArticleTable.From(corpus), AskedQuestion.From(corpus));
        var changes = ArticleChanges.Between(before, table);
        var index = System.IO.Directory.Exists(folder) ? OpenWhole(corpus, table, questions, folder) : null;
        if (index is null)
        {
            if (System.IO.Directory.Exists(folder))
                System.IO.Directory.Delete(folder, recursive: true);
            Build(folder, table, questions, changes, cancellationToken);
            index = Open(corpus, table, questions, folder);
        }

        index.Vectors = VectorsIn(folder, index, changes, cancellationToken);
        return index;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _articleReader.Dispose();
        _questionReader.Dispose();
    }

    private static KnowledgeIndex Open(LegalCorpus corpus, ArticleTable articles, IReadOnlyList<AskedQuestion> questions, string folder) => new(
        corpus, articles, questions, FSDirectory.Open(Path.Combine(folder, "articles")), FSDirectory.Open(Path.Combine(folder, "questions")));

    /// <summary>Null when a file is missing or damaged, or the index is another corpus's.</summary>
    private static KnowledgeIndex? OpenWhole(LegalCorpus corpus, ArticleTable articles, IReadOnlyList<AskedQuestion> questions, string folder)
    {
        KnowledgeIndex? index = null;
        try
        {
            index = Open(corpus, articles, questions, folder);
            foreach (var leaf in index._articleReader.Leaves.Concat(index._questionReader.Leaves))
                leaf.AtomicReader.CheckIntegrity();
            if (index._articleReader.NumDocs == articles.Entries.Count && index._questionReader.NumDocs == questions.Count)
                return index;
        }
        catch (Exception)
        {
            // Damaged bytes lead to any exception. What else is wrong with the disk, building it again will say.
        }

        index?.Dispose();
        return null;
    }

    private static void Build(
        string folder, ArticleTable table, IReadOnlyList<AskedQuestion> questions, ArticleChanges? changes, CancellationToken cancellationToken)
    {
        var unfinished = $"{folder}.{Guid.NewGuid():N}.unfinished";
        try
        {
            using (var articles = FSDirectory.Open(Path.Combine(unfinished, "articles")))
            using (var asked = FSDirectory.Open(Path.Combine(unfinished, "questions")))
                Write(articles, asked, table, questions, changes, cancellationToken);
            System.IO.Directory.Move(unfinished, folder);
        }
        catch (IOException) when (System.IO.Directory.Exists(folder))
        {
            // Another process was faster.
        }
        finally
        {
            if (System.IO.Directory.Exists(unfinished))
                System.IO.Directory.Delete(unfinished, recursive: true);
        }
    }

    private static void Write(
        Directory articles, Directory asked, ArticleTable table, IReadOnlyList<AskedQuestion> questions, ArticleChanges? changes, CancellationToken cancellationToken)
    {
        if (changes is not null && TryCopy(changes.Before._articleReader, articles))
            KnowledgeIndexBuilder.RewriteArticles(articles, changes.Changed, cancellationToken);
        else
            KnowledgeIndexBuilder.WriteArticles(articles, table, cancellationToken);
        KnowledgeIndexBuilder.WriteQuestions(asked, questions, cancellationToken);
    }

    /// <summary>False when its files are gone: an index may be deleted at any time.</summary>
    private static bool TryCopy(DirectoryReader reader, Directory to)
    {
        try
        {
            foreach (var file in reader.IndexCommit.FileNames)
                reader.Directory.Copy(to, file, file, IOContext.DEFAULT);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The vectors are named after the encoder that made them; others are made anew.</summary>
    private static CorpusVectors? VectorsIn(string folder, KnowledgeIndex index, ArticleChanges? changes, CancellationToken cancellationToken)
    {
        if (index.Corpus.Artefacts.Model is not { } model)
            return null;
        var path = Path.Combine(folder, $"vectors-{model.Version[..16]}.bin");
        if (CorpusVectors.TryRead(path, model.Encoder, index.Articles.Entries.Count, index.Questions.Count) is { } stored)
            return stored;
        var vectors = VectorsOf(model, index.Articles, index.Questions, changes, cancellationToken);
        var unfinished = $"{path}.{Guid.NewGuid():N}.unfinished";
        vectors.Write(unfinished);
        File.Move(unfinished, path, overwrite: true);
        return vectors;
    }

    private static CorpusVectors VectorsOf(
        RankingModel model, ArticleTable table, IReadOnlyList<AskedQuestion> questions, ArticleChanges? changes, CancellationToken cancellationToken) =>
        changes is { Before.Vectors: { } before } && changes.Before.Corpus.Artefacts.Model!.Version == model.Version
            ? before.With(changes.Changed, questions, cancellationToken)
            : CorpusVectors.Of(model.Encoder, table, questions, cancellationToken);

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
