using LegalService.Interviews.Conditions;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Documents;

/// <summary>A paper that a citizen writes and hands in or signs (起诉状, 借条), as its file in <c>corpus/forms</c> describes it. Immutable.</summary>
public sealed record DocumentDefinition : IForm
{
    /// <summary>The stable id, as in <c>civil-complaint</c>. The file has the same name.</summary>
    public required string Id { get; init; }

    /// <summary>The name a citizen knows it by.</summary>
    public required string Name { get; init; }

    /// <summary>Other words by which a citizen may mean it in a chat.</summary>
    public required IReadOnlyList<string> Also { get; init; }

    /// <summary>One or two sentences: when it is used and what it is good for.</summary>
    public required string Summary { get; init; }

    /// <summary>The articles with whose answers it is offered in a chat.</summary>
    public required IReadOnlyList<LegalBasis> OfferedWith { get; init; }

    /// <summary>The option of the drafting service's matter that it is; null when clerks are not asked to look at it.</summary>
    public string? Review { get; init; }

    /// <summary>The articles that say what must stand in it.</summary>
    public required IReadOnlyList<LegalBasis> Basis { get; init; }

    /// <inheritdoc/>
    public required InterviewDefinition Interview { get; init; }

    /// <inheritdoc/>
    public InterviewLimits Limits { get; init; } = new();

    /// <summary>What it says, from top to bottom.</summary>
    public required IReadOnlyList<DocumentPart> Parts { get; init; }

    /// <summary>What to put with it.</summary>
    public required IReadOnlyList<DocumentHint> Attach { get; init; }

    /// <summary>Where it goes and in how many copies, in a sentence or two.</summary>
    public required string HandIn { get; init; }

    /// <summary>What to know before signing it.</summary>
    public required IReadOnlyList<DocumentHint> Hints { get; init; }

    /// <summary>Every article the file names, each once.</summary>
    public required IReadOnlyList<LegalBasis> Citations { get; init; }
}

/// <summary>Some lines of a document.</summary>
/// <param name="When">In which case they stand in it; null: always.</param>
/// <param name="Lines">With placeholders; the README of the folder lists them.</param>
public sealed record DocumentPart(Condition? When, IReadOnlyList<Papers.PaperLine> Lines);

/// <summary>Something to know about a document.</summary>
/// <param name="When">In which case; null: always.</param>
/// <param name="Text">In a sentence.</param>
/// <param name="Basis">Where the law says so.</param>
public sealed record DocumentHint(Condition? When, string Text, IReadOnlyList<LegalBasis> Basis);
