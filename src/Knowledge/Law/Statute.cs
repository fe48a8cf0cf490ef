namespace LegalService.Knowledge.Law;

/// <summary>A law with every version of it that is known, oldest first.</summary>
/// <param name="Law">The short title (<see cref="LawTitle.Shorten"/>).</param>
/// <param name="Versions">At least one, ordered by <see cref="StatuteVersion.Start"/>.</param>
public sealed record Statute(string Law, IReadOnlyList<StatuteVersion> Versions);

/// <summary>The text of a law as it stood over one interval.</summary>
public sealed record StatuteVersion
{
    /// <summary>Full official title.</summary>
    public required string Title { get; init; }

    /// <summary>Who made it; null when the source does not say.</summary>
    public string? Issuer { get; init; }

    /// <summary>Date on which this version was passed, amended or published; null when the source does not say.</summary>
    public DateOnly? Passed { get; init; }

    /// <summary>First day in force, as the source states it; null when it does not.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>Last day in force: the day before a later version starts, or before a repeal; null while nothing ended it.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>Short title of the law that repealed this one; null when none is known to have done so.</summary>
    public string? RepealedBy { get; init; }

    /// <summary>The lines above the first article that tell of passing, amendment and entry into force, as they stand.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>The articles in order. Empty for a document that has none.</summary>
    public IReadOnlyList<Article> Articles { get; init; } = [];

    /// <summary>Text outside the articles: a preamble, annexes, or the whole of a document without articles.</summary>
    public IReadOnlyList<string> Body { get; init; } = [];

    /// <summary>The file it was read from, relative to the imported folder, with forward slashes.</summary>
    public string? Source { get; init; }

    /// <summary>The day from which this version is taken to be in force when searching: stated, or else the day it was passed.</summary>
    public DateOnly Start => InForceFrom ?? Passed ?? DateOnly.MinValue;
}

/// <summary>One article.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Headings">Part, chapter and section it stands in, outermost first, as written: 第二章 劳动合同的订立.</param>
/// <param name="Paragraphs">Its paragraphs (款), the first without the article number.</param>
public sealed record Article(ArticleNumber Number, IReadOnlyList<string> Headings, IReadOnlyList<Paragraph> Paragraphs)
{
    /// <summary>The text, one line for each paragraph and item, exactly as it stands in the source.</summary>
    public string Text => string.Join('\n', Paragraphs.SelectMany(p => p.Items.Prepend(p.Text)));
}

/// <summary>One paragraph (款) of an article.</summary>
/// <param name="Text">Its text, without white space at the ends.</param>
/// <param name="Items">Its items (项), with their numbers: （一）在试用期间被证明不符合录用条件的；</param>
public sealed record Paragraph(string Text, IReadOnlyList<string> Items);
