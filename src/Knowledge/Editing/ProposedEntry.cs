using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Editing;

/// <summary>One entry as an editor wants it, read in the format of the corpus.</summary>
public sealed record ProposedEntry
{
    private ProposedEntry(EntryName name, string text, IReadOnlyList<CorpusProblem> problems) => (Name, Text, Problems) = (name, text, problems);

    /// <summary>What it is called.</summary>
    public EntryName Name { get; }

    /// <summary>Its file.</summary>
    public string Text { get; }

    /// <summary>The FAQ entry; null when it is a note, or withdrawn, or cannot be read.</summary>
    public FaqEntry? Faq => FaqFile is { Entries: [var entry, ..] } ? entry : null;

    /// <summary>The law and the note on it; null when it is an FAQ entry or cannot be read. Without a note when it is withdrawn.</summary>
    public StatuteNotes? Notes { get; private init; }

    /// <summary>True when it takes out what stands in the shipped corpus and puts nothing in its place.</summary>
    public bool Withdraws => FaqFile is { Withdrawn.Count: > 0 } || Notes is { Withdrawn.Count: > 0 };

    /// <summary>Mistakes of format; with one of them it is not used.</summary>
    public IReadOnlyList<CorpusProblem> Problems { get; }

    internal FaqFile? FaqFile { get; private init; }

    /// <summary>Reads an entry's file.</summary>
    /// <param name="name">The entry it must be.</param>
    /// <param name="text">The file.</param>
    public static ProposedEntry Read(EntryName name, string text)
    {
        var problems = new List<CorpusProblem>();
        var entry = new ProposedEntry(name, text, problems);
        try
        {
            entry = name.Article is null
                ? entry with { FaqFile = FaqReader.Read(name.File, text, problems.Add) }
                : entry with { Notes = StatuteNotesReader.Read(name.File, text, problems.Add) };
        }
        catch (CorpusFormatException exception)
        {
            problems.Add(new CorpusProblem(name.File, exception.Line, exception.Code, exception.Message));
        }

        if (problems.Count == 0 && !entry.IsWhatItIsCalled())
            problems.Add(new CorpusProblem(name.File, 1, "entry.name", $"写的不是 {name} 这一条，或者不止一条"));
        return entry;
    }

    /// <summary>Writes an FAQ entry and reads it again, so that what an editor typed is what citizens get.</summary>
    public static ProposedEntry Of(FaqEntry entry)
    {
        var text = EntryText.Of(entry);
        var read = Read(EntryName.Faq(entry.Id), text);
        return read.Faq is { } again && EntryText.Of(again) != text ? read.Garbled() : read;
    }

    /// <summary>The same for a note.</summary>
    public static ProposedEntry Of(StatuteNotes law, ArticleNote note)
    {
        var text = EntryText.Of(law, note);
        var read = Read(EntryName.Note(new ArticleKey(law.Law, note.Number)), text);
        return read.Notes is { Notes: [var again] } head && EntryText.Of(head, again) != text ? read.Garbled() : read;
    }

    /// <summary>A corpus with this entry in the place of what it says on the matter.</summary>
    internal LegalCorpus In(LegalCorpus corpus) => corpus with
    {
        Faq = FaqFile is { } file ? CorpusLayers.Entries(corpus.Faq, file.Entries, file.Withdrawn) : corpus.Faq,
        Notes = Notes is { } notes ? CorpusLayers.Notes(corpus.Notes, [notes]) : corpus.Notes,
    };

    /// <summary>A corpus of nothing but this entry.</summary>
    internal LegalCorpus Alone(LegalCorpus corpus) => corpus with
    {
        Faq = FaqFile?.Entries ?? [], Notes = Notes is null ? [] : [Notes], Lexicon = [], Problems = [],
    };

    private ProposedEntry Garbled() => new(
        Name, Text, [.. Problems, new CorpusProblem(Name.File, 1, "entry.garbled", "有一行的开头像标题、列表或“回答：”这样的标签，换个写法再存")])
    {
        FaqFile = FaqFile, Notes = Notes,
    };

    private bool IsWhatItIsCalled() => (FaqFile, Notes) switch
    {
        ({ Entries: [var only], Withdrawn: [] }, _) => only.Id == Name.FaqId,
        ({ Entries: [], Withdrawn: [var only] }, _) => only == Name.FaqId,
        (_, { Notes: [var only], Withdrawn: [] }) => new ArticleKey(Notes!.Law, only.Number) == Name.Article,
        (_, { Notes: [], Withdrawn: [var only] }) => new ArticleKey(Notes!.Law, only) == Name.Article,
        _ => false,
    };
}
