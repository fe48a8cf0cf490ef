using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Checking;

/// <summary>What has become of an article since a note on it was written.</summary>
public enum StaleKind
{
    /// <summary>It has other words.</summary>
    Changed,

    /// <summary>The newest version of the law has no article of that number.</summary>
    Fell,

    /// <summary>The law as a whole is no longer in force.</summary>
    Repealed,
}

/// <summary>A note, with the FAQ entries that rest on the same article, that must be read again.</summary>
/// <param name="Article">The article.</param>
/// <param name="Kind">What has become of it.</param>
/// <param name="File">File of the note, relative to the corpus.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="WrittenFor">Day on which the version was passed that the note was written for.</param>
/// <param name="Newest">Day on which the newest version was passed; null when the source does not say.</param>
/// <param name="OldText">The article as it was.</param>
/// <param name="NewText">The article as it is; null when it fell.</param>
/// <param name="Faq">Ids of the FAQ entries that cite it.</param>
public sealed record StaleNote(
    ArticleKey Article,
    StaleKind Kind,
    string File,
    int Line,
    DateOnly WrittenFor,
    DateOnly? Newest,
    string OldText,
    string? NewText,
    IReadOnlyList<string> Faq);

/// <summary>An FAQ entry that cites an article which has changed or fallen since the entry was checked.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Article">The article.</param>
/// <param name="Kind">What has become of it.</param>
/// <param name="OldText">The article as it was.</param>
/// <param name="NewText">The article as it is; null when it fell.</param>
public sealed record StaleEntry(FaqEntry Entry, ArticleKey Article, StaleKind Kind, string OldText, string? NewText);

/// <summary>Finds notes and FAQ entries whose article has changed or fallen since they were written.</summary>
public static class StaleArticles
{
    /// <summary>
    /// Holds the version named in the front matter (<c>passed</c>) against the newest version of the full text, one that is not yet in force
    /// included: its notes want writing before it is. A law of which the full text lacks the version written for is left out; <c>check.version</c> names it.
    /// </summary>
    /// <param name="shipped">The corpus.</param>
    /// <param name="fullText">A corpus with the full text.</param>
    /// <param name="today">A law that ended before this day is repealed.</param>
    public static IReadOnlyList<StaleNote> Find(LegalCorpus shipped, LegalCorpus fullText, DateOnly today)
    {
        var statutes = fullText.Statutes.ToDictionary(statute => statute.Law, StringComparer.Ordinal);
        var faq = shipped.Faq.SelectMany(entry => entry.Citations.Distinct().Select(key => (Key: key, entry.Id))).ToLookup(cited => cited.Key, cited => cited.Id);
        return
        [
            .. from file in shipped.Notes
               where statutes.ContainsKey(file.Law)
               from stale in Compare(file, statutes[file.Law], today)
               select stale with { Faq = [.. faq[stale.Article]] },
        ];
    }

    /// <summary>
    /// The FAQ entries of which a cited article changed or fell since the version they were checked against (<see cref="FaqEntry.Passed"/>, or else the version
    /// that the notes on the law were written for), each with every such article.
    /// </summary>
    /// <param name="shipped">The corpus.</param>
    /// <param name="fullText">A corpus with the full text.</param>
    /// <param name="today">A law that ended before this day is repealed.</param>
    public static IReadOnlyList<StaleEntry> FindEntries(LegalCorpus shipped, LegalCorpus fullText, DateOnly today)
    {
        var statutes = fullText.Statutes.ToDictionary(statute => statute.Law, StringComparer.Ordinal);
        var written = shipped.Notes.GroupBy(file => file.Law, StringComparer.Ordinal).ToDictionary(law => law.Key, law => law.First().Passed, StringComparer.Ordinal);
        var changes = new Dictionary<(string Law, DateOnly Passed), LawChange?>();
        return
        [
            .. from entry in shipped.Faq
               from key in entry.Citations.Distinct()
               let change = ChangeOf(entry, key.Law)
               where change is not null
               let stale = change.Of(key.Number)
               where stale is not null
               select new StaleEntry(entry, key, stale.Value.Kind, stale.Value.Old, stale.Value.New),
        ];

        LawChange? ChangeOf(FaqEntry entry, string law)
        {
            if (!statutes.TryGetValue(law, out var statute) || (!entry.Passed.TryGetValue(law, out var passed) && !written.TryGetValue(law, out passed)))
                return null;
            if (!changes.TryGetValue((law, passed), out var change))
                changes[(law, passed)] = change = LawChange.Since(passed, statute, today);
            return change;
        }
    }

    private static IEnumerable<StaleNote> Compare(StatuteNotes file, Statute statute, DateOnly today)
    {
        if (LawChange.Since(file.Passed, statute, today) is not { } change)
            yield break;
        foreach (var note in file.Notes)
        {
            if (change.Of(note.Number) is var (kind, old, fresh))
                yield return new StaleNote(new ArticleKey(file.Law, note.Number), kind, file.File, note.Line, file.Passed, change.Newest, old, fresh, []);
        }
    }

    /// <summary>What became of a law since one of its versions.</summary>
    private sealed class LawChange(StatuteVersion written, StatuteVersion newest, bool isRepealed)
    {
        private readonly Dictionary<ArticleNumber, Article> _before = written.Articles.ToDictionary(article => article.Number);
        private readonly Dictionary<ArticleNumber, Article> _now = newest.Articles.ToDictionary(article => article.Number);

        public DateOnly? Newest { get; } = newest.Passed;

        /// <summary>Null when the version is the newest one and in force, or the full text lacks it.</summary>
        public static LawChange? Since(DateOnly passed, Statute statute, DateOnly today)
        {
            var newest = statute.Versions[^1];
            var isRepealed = newest.InForceTo < today;
            return statute.Versions.LastOrDefault(version => version.Passed == passed) is { } written && (written != newest || isRepealed)
                ? new LawChange(written, newest, isRepealed)
                : null;
        }

        /// <summary>Null when the article is as it was, or there was none.</summary>
        public (StaleKind Kind, string Old, string? New)? Of(ArticleNumber number)
        {
            if (!_before.TryGetValue(number, out var old))
                return null;
            var fresh = _now.GetValueOrDefault(number)?.Text;
            if (!isRepealed && fresh == old.Text)
                return null;
            return (isRepealed ? StaleKind.Repealed : fresh is null ? StaleKind.Fell : StaleKind.Changed, old.Text, fresh);
        }
    }
}
