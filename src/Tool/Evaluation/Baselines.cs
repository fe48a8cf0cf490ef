using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace LegalService.Tool.Evaluation;

/// <summary>Plain Lucene BM25 over one field (law title, headings, text) with some analyzer: what the product is measured against.</summary>
internal sealed class PlainBm25 : IDisposable
{
    private const string Field = "all";
    private const int Hits = 100;
    private readonly RAMDirectory _directory = new();
    private readonly IReadOnlyList<ArticleEntry> _entries;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly Analyzer _analyzer;

    /// <summary>Indexes the versions in force on the day.</summary>
    public PlainBm25(ArticleTable articles, DateOnly day, Analyzer analyzer)
    {
        _analyzer = analyzer;
        _entries = [.. articles.Entries.Where(entry => entry.IsInForce(day))];
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(HanAnalyzer.Version, analyzer)
        {
            Similarity = new BM25Similarity(),
            MergePolicy = new LogDocMergePolicy(), // keeps the documents in the order of the entries
        }))
        {
            foreach (var entry in _entries)
                writer.AddDocument([new TextField(Field, $"{entry.Key.Law}\n{string.Join('\n', entry.Headings)}\n{entry.Text}", Lucene.Net.Documents.Field.Store.NO)]);
            writer.ForceMerge(1);
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    /// <summary>The analyzers that Lucene.Net brings, and ours.</summary>
    public static IReadOnlyList<(string Name, Func<Analyzer> Create)> Analyzers =>
    [
        ("Lucene BM25, CJKAnalyzer (pairs)", () => new CJKAnalyzer(HanAnalyzer.Version)),
        ("Lucene BM25, StandardAnalyzer (single characters)", () => new StandardAnalyzer(HanAnalyzer.Version)),
        ("Lucene BM25, our analyzer (single characters and pairs)", () => new HanAnalyzer()),
    ];

    /// <summary>Articles for a question, best first.</summary>
    public IEnumerable<ArticleKey> Search(string question)
    {
        var parser = new QueryParser(HanAnalyzer.Version, Field, _analyzer) { AutoGeneratePhraseQueries = false };
        return _searcher.Search(parser.Parse(QueryParserBase.Escape(question)), Hits).ScoreDocs.Select(hit => _entries[hit.Doc].Key);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }
}
