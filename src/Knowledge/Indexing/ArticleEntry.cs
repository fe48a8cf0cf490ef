using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Indexing;

/// <summary>One version of one article, with what we know of it.</summary>
public sealed record ArticleEntry
{
    /// <summary>Its place in <see cref="ArticleTable.Entries"/>.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Law and number.</summary>
    public required ArticleKey Key { get; init; }

    /// <summary>Full title of the law.</summary>
    public required string Title { get; init; }

    /// <summary>Who made the law; null when not known.</summary>
    public string? Issuer { get; init; }

    /// <summary>Day on which this version was passed; null when not known.</summary>
    public DateOnly? Passed { get; init; }

    /// <summary>First day in force, as the source states it; null when it does not.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>First day on which searching takes it to be in force.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day in force; null while nothing ended it.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>Short title of the law that repealed it; null when none did.</summary>
    public string? RepealedBy { get; init; }

    /// <summary>Part, chapter, section, outermost first. Empty when only the note is loaded.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Full text; null when only the note is loaded.</summary>
    public string? Text { get; init; }

    /// <summary>Our note; null when there is none for this version.</summary>
    public ArticleNote? Note { get; init; }

    /// <summary>True when the note on the article was checked against another version, whose wording differs.</summary>
    public bool NoteIsStale { get; init; }

    /// <summary>True when this version is in force on the day.</summary>
    public bool IsInForce(DateOnly day) => Start <= day && (InForceTo is not { } end || day <= end);
}
