using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace LegalService.Knowledge.Retrieval;

/// <summary>Finds the ways of asking that are like a question.</summary>
internal sealed class QuestionLikeness
{
    private const int Nearest = 60;

    private readonly KnowledgeIndex _index;
    private readonly Dictionary<uint, int> _frequencies = [];
    private readonly uint[][] _terms;
    private readonly double[] _masses;

    /// <summary>Counts the terms of every way of asking once, so that a question costs no more than its nearest ones.</summary>
    public QuestionLikeness(KnowledgeIndex index)
    {
        _index = index;
        _terms = [.. index.Questions.Select(asked => Terms(asked.Text))];
        foreach (var term in _terms.SelectMany(terms => terms))
            _frequencies[term] = _frequencies.GetValueOrDefault(term) + 1;
        _masses = [.. _terms.Select(Mass)];
    }

    /// <summary>The nearest ones, most alike first. Likeness is the cosine of the rarity-weighted sets of characters and pairs.</summary>
    public IReadOnlyList<LikeQuestion> Find(string question)
    {
        var terms = Terms(question);
        if (terms.Length == 0 || _index.Questions.Count == 0)
            return [];
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in terms.Take(BooleanQuery.MaxClauseCount))
            query.Add(new TermQuery(new Term(IndexFields.Ask, TextOf(term))), Occur.SHOULD);
        var (own, mass) = (terms.ToHashSet(), Mass(terms));
        return
        [
            .. _index.QuestionSearcher.Search(query, Nearest).ScoreDocs
                .Select(hit => _index.QuestionOrdinals[hit.Doc])
                .Select(place => new LikeQuestion(_index.Questions[place], Cosine(own, mass, place)))
                .OrderByDescending(like => like.Likeness),
        ];
    }

    /// <summary>The distinct characters and pairs of a text; a pair has its first character in the high half.</summary>
    private static uint[] Terms(string text)
    {
        var bare = Normalizer.WithoutPunctuation(Normalizer.Normalize(text));
        var terms = new HashSet<uint>();
        for (var index = 0; index < bare.Length; index++)
        {
            if (Normalizer.IsHan(bare[index]))
                terms.Add(bare[index]);
            if (index + 1 < bare.Length)
                terms.Add(((uint)bare[index] << 16) | bare[index + 1]);
        }

        return [.. terms];
    }

    private static string TextOf(uint term) =>
        term > char.MaxValue ? new string([(char)(term >> 16), (char)(term & char.MaxValue)]) : ((char)term).ToString();

    private double Cosine(HashSet<uint> own, double mass, int place)
    {
        var shared = _terms[place].Where(own.Contains).Sum(SquaredWeight);
        return shared == 0 ? 0 : shared / Math.Sqrt(mass * _masses[place]);
    }

    private double Mass(uint[] terms) => terms.Sum(SquaredWeight);

    private double SquaredWeight(uint term)
    {
        var frequency = _frequencies.GetValueOrDefault(term);
        var rarity = Math.Log(1 + ((_terms.Length - frequency + 0.5) / (frequency + 0.5)));
        return rarity * rarity;
    }
}
