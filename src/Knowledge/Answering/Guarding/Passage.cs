using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>An article that a draft cites, with everything a sentence on it may rest on: its text, its note, and the FAQ entry that cites it.</summary>
internal sealed class Passage
{
    private readonly HashSet<ArticleNumber> _mentioned;

    /// <param name="entry">The version in force on the asked day.</param>
    /// <param name="faq">The entry that the model was given; null for none.</param>
    public Passage(ArticleEntry entry, FaqEntry? faq)
    {
        Key = entry.Key;
        var note = entry is { NoteIsStale: false, Note: { } current } ? current : null;
        var faqParts = faq is not null && faq.Citations.Contains(entry.Key)
            ? new[] { faq.Answer }.Concat(faq.Steps).Concat(faq.Papers).Concat(faq.TimeLimits).Concat(faq.Places).Concat(faq.Costs)
            : [];
        Text = string.Join('\n', new[] { entry.Text, note?.Gist }.Concat(faqParts).OfType<string>());
        Wording = string.Join('\n', new[] { Text, note?.Caption, faq?.Question, entry.Title }.Concat(entry.Headings).Concat(note?.Questions ?? []).Concat(note?.Tags ?? []));
        Numbers = [.. NumberInText.Of(Text)];
        Values = PlainNumbers.In(Text).ToHashSet();
        Dates = [.. DateInText.Of(Text).Concat(new[] { entry.InForceFrom, entry.Passed }.OfType<DateOnly>().Select(DateInText.Of))];
        _mentioned = Sentences.ArticlesNamedIn(Text).ToHashSet();
    }

    /// <summary>Law and number.</summary>
    public ArticleKey Key { get; }

    /// <summary>What it says.</summary>
    public string Text { get; }

    /// <summary>What it says, and the words by which people call it.</summary>
    public string Wording { get; }

    /// <summary>Its numbers with their units, each with what stands around it.</summary>
    public IReadOnlyList<NumberInText> Numbers { get; }

    /// <summary>Its numbers without regard to units.</summary>
    public IReadOnlySet<decimal> Values { get; }

    /// <summary>Its dates, and those of the law.</summary>
    public IReadOnlyList<DateInText> Dates { get; }

    /// <summary>True when it refers to that article itself: 依照本法第四十七条规定的标准.</summary>
    public bool Mentions(CitationInQuestion citation) => citation is { Number: { } number, Law: var law }
        && _mentioned.Contains(number)
        && (law is null || law == Key.Law || Text.Contains(law, StringComparison.Ordinal));
}
