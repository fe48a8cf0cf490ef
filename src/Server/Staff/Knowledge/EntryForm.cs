using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Editing;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;

namespace LegalService.Server.Staff.Knowledge;

/// <summary>What an editor types: an FAQ entry or a note, every list as lines of a text.</summary>
public sealed class EntryForm
{
    private EntryForm(EntryName name) => Name = name;

    /// <summary>What it is called.</summary>
    public EntryName Name { get; }

    /// <summary>True for a note.</summary>
    public bool IsNote => Name.Article is not null;

    /// <summary>The FAQ's topic.</summary>
    public string Topic { get; set; } = "";

    /// <summary>The question as most people ask it; of a note the caption.</summary>
    public string Title { get; set; } = "";

    /// <summary>The answer; of a note the gist.</summary>
    public string Body { get; set; } = "";

    /// <summary>Other ways to ask, one a line.</summary>
    public string Ways { get; set; } = "";

    /// <summary>What to do, one step a line.</summary>
    public string Steps { get; set; } = "";

    /// <summary>Papers to bring, one a line.</summary>
    public string Papers { get; set; } = "";

    /// <summary>Time limits, one a line.</summary>
    public string TimeLimits { get; set; } = "";

    /// <summary>Where to go, one a line.</summary>
    public string Places { get; set; } = "";

    /// <summary>What it costs, one a line.</summary>
    public string Costs { get; set; } = "";

    /// <summary>The note's legal and everyday words, separated by 、.</summary>
    public string Tags { get; set; } = "";

    /// <summary>The FAQ's articles, most important first.</summary>
    public List<ArticleKey> Citations { get; } = [];

    /// <summary>The FAQ's services and hotlines.</summary>
    public HashSet<string> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>Of a note: the law, with the version the note is for.</summary>
    public StatuteNotes? Law { get; set; }

    /// <summary>By which lists name it.</summary>
    public string ListTitle => Name.Article is { } article ? $"{article}{(Title.Length > 0 ? " " + Title.Trim() : "")}" : Title.Trim();

    /// <summary>An empty FAQ entry.</summary>
    /// <param name="topic">Where it belongs.</param>
    /// <param name="ways">How citizens asked; the first is taken for the title.</param>
    public static EntryForm NewFaq(string topic, IReadOnlyList<string> ways) => new(EntryName.NewFaq())
    {
        Topic = topic, Title = ways.Count > 0 ? ways[0] : "", Ways = string.Join('\n', ways.Skip(1).Distinct(StringComparer.Ordinal)),
    };

    /// <summary>The form of an entry.</summary>
    /// <returns>Null when it withdraws one, or cannot be read.</returns>
    public static EntryForm? Of(ProposedEntry entry) => entry switch
    {
        { Faq: { } faq } => Of(entry.Name, faq),
        { Notes: { Notes: [var note] } law } => new EntryForm(entry.Name)
        {
            Title = note.Caption, Body = note.Gist, Ways = Lines(note.Questions), Tags = string.Join('、', note.Tags), Law = law,
        },
        _ => null,
    };

    /// <summary>The empty form of a note on an article that has none.</summary>
    /// <returns>Null when the law is not loaded.</returns>
    public static EntryForm? NewNote(ArticleKey article, LegalCorpus corpus) =>
        LawOf(article.Law, corpus) is { } law ? new EntryForm(EntryName.Note(article)) { Law = law } : null;

    /// <summary>The law as its notes describe it, else as its newest version does; null when neither is loaded.</summary>
    public static StatuteNotes? LawOf(string law, LegalCorpus corpus)
    {
        var notes = corpus.Notes.FirstOrDefault(file => file.Law == law);
        var newest = corpus.Statutes.FirstOrDefault(statute => statute.Law == law)?.Versions[^1];
        if (newest?.Passed is not { } passed)
            return notes is null ? null : notes with { Notes = [], Withdrawn = [] };
        return new StatuteNotes
        {
            Law = law, Title = newest.Title, Issuer = notes?.Issuer ?? newest.Issuer, Passed = passed, InForceFrom = newest.InForceFrom, File = "",
        };
    }

    /// <summary>The entry as it is typed.</summary>
    /// <param name="articles">What is loaded: an FAQ entry is checked against the newest version of each law that it cites.</param>
    public ProposedEntry ToEntry(ArticleTable articles) => IsNote
        ? ProposedEntry.Of(Law!, new ArticleNote(Name.Article!.Value.Number, Title.Trim(), Body.Trim(), Split(Ways), [.. Tags.Split(['、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], 1))
        : ProposedEntry.Of(ToFaq(articles));

    /// <summary>The FAQ entry as it is typed.</summary>
    public FaqEntry ToFaq(ArticleTable articles) => new()
    {
        Id = Name.FaqId!,
        Topic = Topic.Trim(),
        Question = Title.Trim(),
        OtherWays = Split(Ways),
        Answer = Body.Trim(),
        Steps = Split(Steps),
        Papers = Split(Papers),
        TimeLimits = Split(TimeLimits),
        Places = Split(Places),
        Costs = Split(Costs),
        Citations = Citations,
        Services = [.. Services],
        Passed = Citations.Select(key => (key.Law, Passed: articles.Versions(key) is [.., var newest] ? newest.Passed : null)).Where(pair => pair.Passed is not null)
            .DistinctBy(pair => pair.Law, StringComparer.Ordinal).ToDictionary(pair => pair.Law, pair => pair.Passed!.Value, StringComparer.Ordinal),
        File = Name.File,
    };

    private static EntryForm Of(EntryName name, FaqEntry faq)
    {
        var form = new EntryForm(name)
        {
            Topic = faq.Topic, Title = faq.Question, Body = faq.Answer, Ways = Lines(faq.OtherWays), Steps = Lines(faq.Steps), Papers = Lines(faq.Papers),
            TimeLimits = Lines(faq.TimeLimits), Places = Lines(faq.Places), Costs = Lines(faq.Costs),
        };
        form.Citations.AddRange(faq.Citations);
        form.Services.UnionWith(faq.Services);
        return form;
    }

    private static string Lines(IReadOnlyList<string> items) => string.Join('\n', items);

    private static List<string> Split(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
