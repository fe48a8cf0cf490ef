using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Corpus;

/// <summary>The plain-language notes on one law, or on one part of it (one file).</summary>
public sealed record StatuteNotes
{
    /// <summary>Short title of the law.</summary>
    public required string Law { get; init; }

    /// <summary>Full official title.</summary>
    public required string Title { get; init; }

    /// <summary>Who made the law; null when the file does not say.</summary>
    public string? Issuer { get; init; }

    /// <summary>Date of the version the notes were checked against.</summary>
    public required DateOnly Passed { get; init; }

    /// <summary>First day of that version; null when the file does not say.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>Last day of that version; null while it is in force.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>How many numbered articles the law has, 之-articles not counted; null when the file does not say.</summary>
    public int? ArticleCount { get; init; }

    /// <summary>Other names people use for the law.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The notes, in the order of the file.</summary>
    public IReadOnlyList<ArticleNote> Notes { get; init; } = [];

    /// <summary>Articles whose notes in earlier folders are no longer to be given.</summary>
    public IReadOnlyList<ArticleNumber> Withdrawn { get; init; } = [];

    /// <summary>The file, relative to the corpus folder.</summary>
    public required string File { get; init; }
}

/// <summary>What one article says, for a citizen.</summary>
/// <param name="Number">The article.</param>
/// <param name="Caption">What it is about, in a few plain words; may be empty.</param>
/// <param name="Gist">What it says, in one to three plain sentences.</param>
/// <param name="Questions">How citizens ask about it.</param>
/// <param name="Tags">Legal and everyday words for the matter.</param>
/// <param name="Line">Line of its heading in the file, from 1.</param>
public sealed record ArticleNote(
    ArticleNumber Number, string Caption, string Gist, IReadOnlyList<string> Questions, IReadOnlyList<string> Tags, int Line);
