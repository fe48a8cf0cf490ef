namespace LegalService.Knowledge.Indexing;

/// <summary>
/// What became of the articles between two corpora that have the same versions of the same articles: so it is when an editor mends a note. Then the index of
/// the one becomes the index of the other in a second or two, where building it takes twenty.
/// </summary>
/// <param name="Before">The index of the corpus before.</param>
/// <param name="Changed">Articles of the new corpus with other words, or a law's name, headings or a note that are not as before.</param>
internal sealed record ArticleChanges(KnowledgeIndex Before, IReadOnlyList<ArticleEntry> Changed)
{
    /// <summary>Above this share of the articles, building anew is as fast and leaves a tidier index.</summary>
    private const double MostChanged = 0.05;

    /// <summary>The changes; null when there is nothing before, or too little is the same.</summary>
    public static ArticleChanges? Between(KnowledgeIndex? before, ArticleTable table)
    {
        if (before is null || before.Articles.Entries.Count != table.Entries.Count)
            return null;
        var changed = new List<ArticleEntry>();
        for (var place = 0; place < table.Entries.Count; place++)
        {
            var (old, fresh) = (before.Articles.Entries[place], table.Entries[place]);
            if (old.Key != fresh.Key || old.Start != fresh.Start)
                return null;
            if (!IsIndexedAlike(old, fresh))
                changed.Add(fresh);
        }

        return changed.Count <= table.Entries.Count * MostChanged ? new ArticleChanges(before, changed) : null;
    }

    private static bool IsIndexedAlike(ArticleEntry old, ArticleEntry fresh) =>
        old.Text == fresh.Text && old.Headings.SequenceEqual(fresh.Headings, StringComparer.Ordinal) && (old.Note, fresh.Note) switch
        {
            (null, null) => true,
            ({ } one, { } other) => one.Caption == other.Caption && one.Gist == other.Gist
                && one.Tags.SequenceEqual(other.Tags, StringComparer.Ordinal) && one.Questions.SequenceEqual(other.Questions, StringComparer.Ordinal),
            _ => false,
        };
}
