using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;

namespace LegalService.Knowledge.Questions;

/// <summary>Normalises a question, takes out courtesies, puts typing mistakes right, spots the laws and articles it names, and expands its lay words.</summary>
public sealed class QuestionAnalyzer
{
    private readonly CitationSpotter _citations;
    private readonly Dictionary<string, List<Expansion>> _lexicon = new(StringComparer.Ordinal);
    private readonly int _longestLayWord;
    private readonly Courtesies _courtesies;
    private readonly Speller? _speller;

    /// <summary>Prepares the names and the lexicon of a corpus. Without an index typing mistakes stay.</summary>
    public QuestionAnalyzer(IEnumerable<LawEntry> laws, IReadOnlyCollection<LexiconEntry> lexicon)
        : this(laws, lexicon, null)
    {
    }

    /// <summary>The same for a corpus made searchable.</summary>
    public QuestionAnalyzer(KnowledgeIndex index)
        : this(index.Articles.Laws, index.Corpus.Lexicon, new Speller(index.Frequencies))
    {
    }

    private QuestionAnalyzer(IEnumerable<LawEntry> laws, IReadOnlyCollection<LexiconEntry> lexicon, Speller? speller)
    {
        (_courtesies, _speller) = (new Courtesies(lexicon), speller);
        _citations = new CitationSpotter(new LawNameSpotter(laws));
        foreach (var entry in lexicon)
        {
            foreach (var term in entry.Terms)
            {
                Add(entry.Lay, term, entry.Weight);
                if (entry.BothWays)
                    Add(term, entry.Lay, entry.Weight);
            }
        }

        _longestLayWord = _lexicon.Count == 0 ? 0 : _lexicon.Keys.Max(word => word.Length);
    }

    /// <summary>Analyses a question of any length and script.</summary>
    public AnalyzedQuestion Analyze(string question)
    {
        var typed = Normalizer.Normalize(question);
        var text = _courtesies.TakeOut(typed);
        text = _speller?.Correct(text) ?? text;
        var (citations, laws, rest) = _citations.Spot(text);
        return new AnalyzedQuestion(text, citations, laws, Expand(rest), rest) { Typed = typed };
    }

    private void Add(string from, string to, double weight)
    {
        from = Normalizer.Normalize(from);
        if (from.Length < 2)
            return;
        if (!_lexicon.TryGetValue(from, out var expansions))
            _lexicon[from] = expansions = [];
        expansions.Add(new Expansion(to, weight));
    }

    /// <summary>The longest lay word at each place counts; a term reached twice keeps its highest weight.</summary>
    private List<Expansion> Expand(string text)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var start = 0; start < text.Length; start++)
        {
            for (var length = Math.Min(_longestLayWord, text.Length - start); length >= 2; length--)
            {
                if (!_lexicon.TryGetValue(text.Substring(start, length), out var expansions))
                    continue;
                foreach (var (term, weight) in expansions.Where(e => !text.Contains(e.Term, StringComparison.Ordinal)))
                    found[term] = Math.Max(weight, found.GetValueOrDefault(term));
                break;
            }
        }

        return [.. found.Select(pair => new Expansion(pair.Key, pair.Value)).OrderByDescending(e => e.Weight).ThenBy(e => e.Term, StringComparer.Ordinal)];
    }
}
