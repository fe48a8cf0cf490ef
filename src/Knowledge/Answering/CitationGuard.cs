using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering;

/// <summary>
/// Stands behind every composer: what it lets through cites only retrieved articles that are in force on the asked day, and a language
/// model's sentence names no other article and says no number, period or sum that a cited passage does not have.
/// </summary>
internal sealed class CitationGuard(ArticleTable articles)
{
    private readonly CitationSpotter _spotter = new(new LawNameSpotter(articles.Laws));

    /// <summary>The draft without what must not be said; null when nothing is left that answers.</summary>
    public Guarded? Check(Draft draft, Material material)
    {
        var retrieved = material.Found.Candidates.Select(candidate => candidate.Entry.Key).Where(key => articles.InForce(key, material.Day) is not null).ToHashSet();
        var cited = draft.Citations.Distinct().ToList();
        var sound = cited.Where(retrieved.Contains).Select(key => articles.InForce(key, material.Day)).OfType<ArticleEntry>().ToList();
        if (sound.Count == 0)
            return null;
        var text = draft.Source == AnswerSource.Model ? KeepSupported(draft.Text, sound, retrieved) : draft.Text;
        if (!text.Any(char.IsLetterOrDigit))
            return null;
        var isStale = draft.Faq is null
            ? sound.Exists(entry => entry is { NoteIsStale: true, Note: not null })
            : sound.Exists(entry => articles.HasChangedSince(draft.Faq, entry)) || cited.Exists(key => articles.Versions(key).Count > 0 && articles.InForce(key, material.Day) is null);
        return new Guarded(draft, text, [.. sound.Select(entry => new Citation(entry, CitationStatus.InForce))], isStale);
    }

    private string KeepSupported(string text, List<ArticleEntry> cited, HashSet<ArticleKey> retrieved)
    {
        var known = cited.SelectMany(entry => NumberFacts.In(entry.Text + "\n" + entry.Note?.Gist)).ToHashSet();
        return string.Concat(Sentences.Of(text).Where(sentence => NamesOnly(sentence, retrieved) && NumberFacts.In(sentence).All(known.Contains)));
    }

    private bool NamesOnly(string sentence, HashSet<ArticleKey> retrieved) =>
        Sentences.ArticlesNamedIn(sentence).All(number => retrieved.Any(key => key.Number == number))
        && _spotter.Spot(Normalizer.Normalize(sentence)).Citations.All(citation =>
            NamesNoLaw(citation) || (citation is { Law: { } law, Number: { } number } && retrieved.Contains(new ArticleKey(law, number))));

    /// <summary>第三条, or 该法第三条.</summary>
    private static bool NamesNoLaw(CitationInQuestion citation) => citation is { Law: null, NameAsWritten: [] or ['本' or '该' or '此', ..] };
}

/// <summary>What the guard let through.</summary>
/// <param name="Draft">The draft it was made from.</param>
/// <param name="Text">The answer.</param>
/// <param name="Citations">Its articles, each once, all in force.</param>
/// <param name="IsStale">True when it rests on an article that has changed or fallen since it was written.</param>
internal sealed record Guarded(Draft Draft, string Text, IReadOnlyList<Citation> Citations, bool IsStale);
