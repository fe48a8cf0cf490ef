using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Indexing;

/// <summary>Every version of every article, from full text and notes together. Immutable.</summary>
public sealed class ArticleTable
{
    private readonly Dictionary<ArticleKey, List<ArticleEntry>> _byKey = [];
    private readonly Dictionary<string, LawEntry> _laws;

    private ArticleTable(List<ArticleEntry> entries, Dictionary<string, LawEntry> laws)
    {
        Entries = entries;
        _laws = laws;
        foreach (var entry in entries)
        {
            if (!_byKey.TryGetValue(entry.Key, out var versions))
                _byKey[entry.Key] = versions = [];
            versions.Add(entry);
        }
    }

    /// <summary>All entries; the articles of one version of a law stand together, in order.</summary>
    public IReadOnlyList<ArticleEntry> Entries { get; }

    /// <summary>All laws.</summary>
    public IReadOnlyCollection<LawEntry> Laws => _laws.Values;

    /// <summary>Puts a corpus into a table.</summary>
    public static ArticleTable From(LegalCorpus corpus)
    {
        var builder = new Builder();
        var notesByLaw = corpus.Notes.GroupBy(notes => notes.Law, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var statute in corpus.Statutes)
        {
            if (!notesByLaw.Remove(statute.Law, out var notes))
                builder.AddStatute(statute, []);
            else if (notes[0].Passed > statute.Versions[^1].Passed)
                builder.AddReplaced(statute, notes);
            else
                builder.AddStatute(statute, notes);
        }

        foreach (var (law, notes) in notesByLaw)
            builder.AddNotes(law, notes);
        return new ArticleTable(builder.Entries, builder.Laws);
    }

    /// <summary>The law of that short title; null when there is none.</summary>
    public LawEntry? Law(string law) => _laws.GetValueOrDefault(law);

    /// <summary>All versions of an article, oldest first.</summary>
    public IReadOnlyList<ArticleEntry> Versions(ArticleKey key) => _byKey.GetValueOrDefault(key) ?? [];

    /// <summary>The version in force on the day; else null.</summary>
    public ArticleEntry? InForce(ArticleKey key, DateOnly day) => Versions(key).LastOrDefault(entry => entry.IsInForce(day));

    /// <summary>The articles before and after it in the same version of the law; null where there is none loaded.</summary>
    public (ArticleEntry? Before, ArticleEntry? After) Neighbours(ArticleEntry entry) => (Beside(entry, -1), Beside(entry, 1));

    /// <summary>The article that stands so many places further in the same version of the same law; null when there is none.</summary>
    public ArticleEntry? Beside(ArticleEntry entry, int distance)
    {
        var place = entry.Ordinal + distance;
        if (place < 0 || place >= Entries.Count)
            return null;
        var other = Entries[place];
        return other.Key.Law == entry.Key.Law && other.Start == entry.Start ? other : null;
    }

    private sealed class Builder
    {
        public List<ArticleEntry> Entries { get; } = [];

        public Dictionary<string, LawEntry> Laws { get; } = new(StringComparer.Ordinal);

        public void AddStatute(Statute statute, List<StatuteNotes> files)
        {
            var notedVersion = files.Count == 0
                ? null
                : statute.Versions.LastOrDefault(v => v.Passed == files[0].Passed) ?? statute.Versions[^1];
            var notes = NotesByNumber(files);
            var notedTexts = notedVersion?.Articles.ToDictionary(article => article.Number, article => article.Text) ?? [];
            foreach (var version in statute.Versions)
            {
                foreach (var article in ArticlesOf(version))
                {
                    var note = notes.GetValueOrDefault(article.Number);
                    var sameWording = version == notedVersion || notedTexts.GetValueOrDefault(article.Number) == article.Text;
                    Entries.Add(new ArticleEntry
                    {
                        Ordinal = Entries.Count,
                        Key = new ArticleKey(statute.Law, article.Number),
                        Title = version.Title,
                        Issuer = version.Issuer ?? files.FirstOrDefault()?.Issuer,
                        Passed = version.Passed,
                        InForceFrom = version.InForceFrom ?? (version == notedVersion ? files[0].InForceFrom : null),
                        Start = version.Start,
                        InForceTo = version.InForceTo ?? (version == notedVersion ? files[0].InForceTo : null),
                        RepealedBy = version.RepealedBy,
                        Headings = article.Headings,
                        Text = article.Text,
                        Note = note is not null && (sameWording || version.Start > notedVersion!.Start) ? note : null,
                        NoteIsStale = note is not null && !sameWording,
                    });
                }
            }

            var latest = statute.Versions[^1];
            AddLaw(statute.Law, latest.Title, files, latest.Articles.Count(article => article.Number.Suffix == 0), hasFullText: true);
        }

        /// <summary>Text that a newer version, of which only the notes are here, has replaced.</summary>
        public void AddReplaced(Statute statute, List<StatuteNotes> files)
        {
            var lastDay = (files[0].InForceFrom ?? files[0].Passed).AddDays(-1);
            var latest = statute.Versions[^1];
            AddStatute(statute with { Versions = [.. statute.Versions.SkipLast(1), latest with { InForceTo = latest.InForceTo < lastDay ? latest.InForceTo : lastDay }] }, []);
            AddNotes(statute.Law, files);
        }

        public void AddNotes(string law, List<StatuteNotes> files)
        {
            var head = files[0];
            foreach (var note in NotesByNumber(files).Values.OrderBy(note => note.Number))
            {
                Entries.Add(new ArticleEntry
                {
                    Ordinal = Entries.Count,
                    Key = new ArticleKey(law, note.Number),
                    Title = head.Title,
                    Issuer = head.Issuer,
                    Passed = head.Passed,
                    InForceFrom = head.InForceFrom,
                    Start = head.InForceFrom ?? head.Passed,
                    InForceTo = head.InForceTo,
                    Note = note,
                });
            }

            AddLaw(law, head.Title, files, head.ArticleCount, hasFullText: false);
        }

        private static Dictionary<ArticleNumber, ArticleNote> NotesByNumber(List<StatuteNotes> files)
        {
            var notes = new Dictionary<ArticleNumber, ArticleNote>();
            foreach (var note in files.SelectMany(file => file.Notes))
                notes.TryAdd(note.Number, note);
            return notes;
        }

        private static IEnumerable<Article> ArticlesOf(StatuteVersion version) => version.Articles.Count > 0
            ? version.Articles
            : [new Article(ArticleNumber.Whole, [], [.. version.Body.Select(line => new Paragraph(line, []))])];

        private void AddLaw(string law, string title, List<StatuteNotes> files, int? count, bool hasFullText) => Laws[law] = new LawEntry(
            law, title, LawNames.For(law, files.SelectMany(file => file.Aliases)), count is 0 ? null : count, hasFullText);
    }
}
