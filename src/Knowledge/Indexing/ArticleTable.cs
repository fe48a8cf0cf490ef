using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Indexing;

/// <summary>Every version of every article, from full text and notes together. Immutable.</summary>
public sealed class ArticleTable
{
    private readonly Dictionary<ArticleKey, List<ArticleEntry>> _byKey = [];
    private readonly Dictionary<string, LawEntry> _laws;
    private readonly Dictionary<string, DateOnly> _written;

    private ArticleTable(List<ArticleEntry> entries, Dictionary<string, LawEntry> laws, Dictionary<string, DateOnly> written)
    {
        Entries = entries;
        (_laws, _written) = (laws, written);
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
        var written = notesByLaw.ToDictionary(law => law.Key, law => law.Value[0].Passed, StringComparer.Ordinal);
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
        return new ArticleTable(builder.Entries, builder.Laws, written);
    }

    /// <summary>The law of that short title; null when there is none.</summary>
    public LawEntry? Law(string law) => _laws.GetValueOrDefault(law);

    /// <summary>All versions of an article, oldest first.</summary>
    public IReadOnlyList<ArticleEntry> Versions(ArticleKey key) => _byKey.GetValueOrDefault(key) ?? [];

    /// <summary>The version in force on the day; else null.</summary>
    public ArticleEntry? InForce(ArticleKey key, DateOnly day) => Versions(key).LastOrDefault(entry => entry.IsInForce(day));

    /// <summary>
    /// True when an article that an FAQ entry cites reads otherwise in this version than when the entry was checked; false when it cannot be told.
    /// </summary>
    public bool HasChangedSince(FaqEntry faq, ArticleEntry current)
    {
        if (!faq.Passed.TryGetValue(current.Key.Law, out var passed) && !_written.TryGetValue(current.Key.Law, out passed))
            return false;
        return Versions(current.Key).LastOrDefault(version => version.Passed == passed) is { } checkedText && checkedText.Text != current.Text;
    }

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
            var noted = new NotedVersions(statute);
            var notes = NotesByNumber(files);
            foreach (var version in statute.Versions)
            {
                var head = files.Find(file => noted.Of(file) == version);
                foreach (var article in ArticlesOf(version))
                {
                    var (note, file) = notes.GetValueOrDefault(article.Number);
                    var sameWording = file is null || noted.Of(file) == version || noted.Text(noted.Of(file), article.Number) == article.Text;
                    Entries.Add(new ArticleEntry
                    {
                        Ordinal = Entries.Count,
                        Key = new ArticleKey(statute.Law, article.Number),
                        Title = version.Title,
                        Issuer = version.Issuer ?? files.FirstOrDefault()?.Issuer,
                        Passed = version.Passed,
                        InForceFrom = version.InForceFrom ?? head?.InForceFrom,
                        Start = version.Start,
                        InForceTo = version.InForceTo ?? head?.InForceTo,
                        RepealedBy = version.RepealedBy,
                        Headings = article.Headings,
                        Text = article.Text,
                        Note = file is not null && (sameWording || version.Start > noted.Of(file).Start) ? note : null,
                        NoteIsStale = !sameWording,
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
            foreach (var (note, file) in NotesByNumber(files).Values.OrderBy(pair => pair.Note.Number))
            {
                Entries.Add(new ArticleEntry
                {
                    Ordinal = Entries.Count,
                    Key = new ArticleKey(law, note.Number),
                    Title = file.Title,
                    Issuer = file.Issuer,
                    Passed = file.Passed,
                    InForceFrom = file.InForceFrom,
                    Start = file.InForceFrom ?? file.Passed,
                    InForceTo = file.InForceTo,
                    Note = note,
                });
            }

            AddLaw(law, head.Title, files, head.ArticleCount, hasFullText: false);
        }

        private static Dictionary<ArticleNumber, (ArticleNote Note, StatuteNotes File)> NotesByNumber(List<StatuteNotes> files)
        {
            var notes = new Dictionary<ArticleNumber, (ArticleNote, StatuteNotes)>();
            foreach (var (note, file) in files.SelectMany(file => file.Notes, (file, note) => (note, file)))
                notes.TryAdd(note.Number, (note, file));
            return notes;
        }

        private static IEnumerable<Article> ArticlesOf(StatuteVersion version) => version.Articles.Count > 0
            ? version.Articles
            : [new Article(ArticleNumber.Whole, [], [.. version.Body.Select(line => new Paragraph(line, []))])];

        private void AddLaw(string law, string title, List<StatuteNotes> files, int? count, bool hasFullText) => Laws[law] = new LawEntry(
            law, title, LawNames.For(law, files.SelectMany(file => file.Aliases)), count is 0 ? null : count, hasFullText);
    }

    /// <summary>Which version of a law each file of notes was written for: the one of its day, or else the newest.</summary>
    private sealed class NotedVersions(Statute statute)
    {
        private readonly Dictionary<StatuteVersion, Dictionary<ArticleNumber, string>> _texts = new(ReferenceEqualityComparer.Instance);

        public StatuteVersion Of(StatuteNotes file) => statute.Versions.LastOrDefault(version => version.Passed == file.Passed) ?? statute.Versions[^1];

        /// <summary>Null when the version has no article of that number.</summary>
        public string? Text(StatuteVersion version, ArticleNumber number)
        {
            if (!_texts.TryGetValue(version, out var texts))
                _texts[version] = texts = version.Articles.ToDictionary(article => article.Number, article => article.Text);
            return texts.GetValueOrDefault(number);
        }
    }
}
