using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Answering;

/// <summary>
/// Stands behind every composer: what it lets through cites only retrieved articles that are in force on the asked day, and a language
/// model's sentence says no number, period or sum that a cited passage does not have.
/// </summary>
internal sealed class CitationGuard(ArticleTable articles)
{
    /// <summary>The draft without what must not be said; null when nothing is left that answers.</summary>
    public Guarded? Check(Draft draft, Material material)
    {
        var retrieved = material.Found.Candidates.Select(candidate => candidate.Entry.Key).ToHashSet();
        var sound = draft.Citations.Where(retrieved.Contains).Select(key => articles.InForce(key, material.Day)).OfType<ArticleEntry>().ToList();
        if (sound.Count == 0)
            return null;
        var text = draft.Source == AnswerSource.Model ? KeepSupported(draft.Text, sound, retrieved) : draft.Text;
        if (text.Length == 0)
            return null;
        var isStale = sound.Count < draft.Citations.Count || sound.Exists(entry => entry.NoteIsStale);
        return new Guarded(text, [.. sound.Select(entry => new Citation(entry, CitationStatus.InForce))], isStale);
    }

    private static string KeepSupported(string text, List<ArticleEntry> cited, HashSet<ArticleKey> retrieved)
    {
        var known = cited.SelectMany(entry => NumberFacts.In(entry.Text + "\n" + entry.Note?.Gist)).ToHashSet();
        return string.Concat(Sentences.Of(text).Where(sentence => NamesOnly(sentence, retrieved) && NumberFacts.In(sentence).All(known.Contains)));
    }

    private static bool NamesOnly(string sentence, HashSet<ArticleKey> retrieved) =>
        Sentences.ArticlesNamedIn(sentence).All(number => retrieved.Any(key => key.Number == number));
}

/// <summary>What the guard let through.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Citations">Its articles, all in force.</param>
/// <param name="IsStale">True when it rests on an article that has changed or fallen since it was written.</param>
internal sealed record Guarded(string Text, IReadOnlyList<Citation> Citations, bool IsStale);
