using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace LegalService.Knowledge.Retrieval;

/// <summary>Finds the ways of asking that are like a question.</summary>
internal sealed class QuestionLikeness(KnowledgeIndex index)
{
    private const int Nearest = 60;

    /// <summary>The nearest ones, most alike first. Likeness is the cosine of the rarity-weighted sets of characters and pairs.</summary>
    public IReadOnlyList<LikeQuestion> Find(string question)
    {
        var terms = TermsOf(question).ToList();
        if (terms.Count == 0 || index.Questions.Count == 0)
            return [];
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in terms.Take(BooleanQuery.MaxClauseCount))
            query.Add(new TermQuery(new Term(IndexFields.Ask, term)), Occur.SHOULD);
        var weights = terms.ToDictionary(term => term, Weight, StringComparer.Ordinal);
        var mass = weights.Values.Sum(weight => weight * weight);
        return
        [
            .. index.QuestionSearcher.Search(query, Nearest).ScoreDocs
                .Select(hit => index.Questions[index.QuestionOrdinals[hit.Doc]])
                .Select(asked => new LikeQuestion(asked, Cosine(weights, mass, asked.Text)))
                .OrderByDescending(like => like.Likeness),
        ];
    }

    private static IEnumerable<string> TermsOf(string text)
    {
        var normalized = Normalizer.WithoutPunctuation(Normalizer.Normalize(text));
        return Enumerable.Range(0, normalized.Length).Where(i => Normalizer.IsHan(normalized[i])).Select(i => normalized.Substring(i, 1))
            .Concat(Enumerable.Range(0, Math.Max(0, normalized.Length - 1)).Select(i => normalized.Substring(i, 2)))
            .Distinct(StringComparer.Ordinal);
    }

    private double Weight(string term)
    {
        var reader = index.QuestionSearcher.IndexReader;
        var frequency = reader.DocFreq(new Term(IndexFields.Ask, term));
        return Math.Log(1 + ((reader.MaxDoc - frequency + 0.5) / (frequency + 0.5)));
    }

    private double Cosine(Dictionary<string, double> weights, double mass, string asked)
    {
        var (shared, other) = (0.0, 0.0);
        foreach (var term in TermsOf(asked))
        {
            var known = weights.TryGetValue(term, out var weight);
            weight = known ? weight : Weight(term);
            other += weight * weight;
            shared += known ? weight * weight : 0;
        }

        return other == 0 ? 0 : shared / Math.Sqrt(mass * other);
    }
}
