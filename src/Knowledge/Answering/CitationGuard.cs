using LegalService.Knowledge.Answering.Guarding;
using LegalService.Knowledge.Indexing;

namespace LegalService.Knowledge.Answering;

/// <summary>
/// Stands behind every composer: what it lets through cites only retrieved articles that are in force on the asked day. A language model's sentences it holds
/// against those articles besides (<see cref="ModelTextGuard"/>).
/// </summary>
internal sealed class CitationGuard(KnowledgeIndex index)
{
    private readonly ArticleTable _articles = index.Articles;
    private readonly ModelTextGuard _model = new(index);

    /// <summary>The draft without what must not be said; null when nothing is left that answers.</summary>
    public Guarded? Check(Draft draft, Material material)
    {
        var retrieved = material.Found.Candidates.Select(candidate => candidate.Entry.Key).Concat(draft.LookedUp)
            .Where(key => _articles.InForce(key, material.Day) is not null).ToHashSet();
        var cited = draft.Citations.Distinct().ToList();
        var sound = cited.Where(retrieved.Contains).Select(key => _articles.InForce(key, material.Day)).OfType<ArticleEntry>().ToList();
        if (sound.Count == 0)
            return null;
        if (draft.Source == AnswerSource.Model)
            return CheckModel(draft, material, sound);
        if (!draft.Text.Any(char.IsLetterOrDigit))
            return null;
        var isStale = draft.Faq is null
            ? IsStale(sound)
            : sound.Exists(entry => _articles.HasChangedSince(draft.Faq, entry)) || cited.Exists(key => _articles.Versions(key).Count > 0 && _articles.InForce(key, material.Day) is null);
        return new Guarded(draft, draft.Text, Citations(sound), isStale);
    }

    /// <summary>Every sentence of a model's draft with what is wrong with it.</summary>
    internal IReadOnlyList<(DraftSentence Sentence, SentenceFault Fault)> Judge(Draft draft, Material material, IReadOnlyList<ArticleEntry> cited)
    {
        var faq = index.Corpus.Answers is { } answers ? DefaultComposer.NearestFaq(material, answers.Outcomes)?.Asked.Faq : null;
        return _model.Judge(draft.Text, material.Question, [.. cited.Select(entry => new Passage(entry, faq is null || _articles.HasChangedSince(faq, entry) ? null : faq))], material.Day);
    }

    private Guarded? CheckModel(Draft draft, Material material, List<ArticleEntry> sound)
    {
        if (ModelTextGuard.Keep(Judge(draft, material, sound)) is not { } kept)
            return null;
        var named = kept.SelectMany(sentence => sentence.Named).Distinct().ToList();
        var shown = named.Count > 0 ? [.. named.Select(key => sound.Find(entry => entry.Key == key)!)] : sound;
        var text = draft.Placeholders.Aggregate(
            string.Concat(kept.Select(sentence => sentence.Text)), (known, pair) => known.Replace(pair.Key, pair.Value, StringComparison.Ordinal));
        return new Guarded(draft, text, Citations(shown), IsStale(shown));
    }

    private static bool IsStale(List<ArticleEntry> entries) => entries.Exists(entry => entry is { NoteIsStale: true, Note: not null });

    private static List<Citation> Citations(List<ArticleEntry> entries) => [.. entries.Select(entry => new Citation(entry, CitationStatus.InForce))];
}

/// <summary>What the guard let through.</summary>
/// <param name="Draft">The draft it was made from.</param>
/// <param name="Text">The answer.</param>
/// <param name="Citations">Its articles, each once, all in force.</param>
/// <param name="IsStale">True when it rests on an article that has changed or fallen since it was written.</param>
internal sealed record Guarded(Draft Draft, string Text, IReadOnlyList<Citation> Citations, bool IsStale);
