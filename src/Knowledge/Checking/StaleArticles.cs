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

    private static IEnumerable<StaleNote> Compare(StatuteNotes file, Statute statute, DateOnly today)
    {
        var newest = statute.Versions[^1];
        var isRepealed = newest.InForceTo < today;
        if (statute.Versions.LastOrDefault(version => version.Passed == file.Passed) is not { } written || (written == newest && !isRepealed))
            yield break;
        var (before, now) = (written.Articles.ToDictionary(article => article.Number), newest.Articles.ToDictionary(article => article.Number));
        foreach (var note in file.Notes)
        {
            if (!before.TryGetValue(note.Number, out var old))
                continue;
            var fresh = now.GetValueOrDefault(note.Number)?.Text;
            if (!isRepealed && fresh == old.Text)
                continue;
            yield return new StaleNote(
                new ArticleKey(file.Law, note.Number),
                isRepealed ? StaleKind.Repealed : fresh is null ? StaleKind.Fell : StaleKind.Changed,
                file.File, note.Line, file.Passed, newest.Passed, old.Text, fresh, []);
        }
    }
}
