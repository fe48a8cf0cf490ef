using LegalService.Interviews.Definitions;
using LegalService.Interviews.Papers;

namespace LegalService.Interviews.Documents;

/// <summary>A document filled with answers. It is a proposal for the citizen to read, sign and hand in; no office has looked at it.</summary>
public sealed record FilledDocument
{
    /// <summary>The id of its definition.</summary>
    public required string Form { get; init; }

    /// <summary>What it is.</summary>
    public required string Name { get; init; }

    /// <summary>What it says, from top to bottom. A fact that was not given is a blank to be filled by pen, as in ＿＿＿＿＿＿.</summary>
    public required IReadOnlyList<PaperLine> Lines { get; init; }

    /// <summary>What was not given, as the review calls it, each once.</summary>
    public required IReadOnlyList<string> Blanks { get; init; }

    /// <summary>What to put with it.</summary>
    public required IReadOnlyList<DocumentHint> Attach { get; init; }

    /// <summary>Where it goes and in how many copies.</summary>
    public required string HandIn { get; init; }

    /// <summary>What to know before signing it.</summary>
    public required IReadOnlyList<DocumentHint> Hints { get; init; }

    /// <summary>The articles that say what must stand in it.</summary>
    public required IReadOnlyList<LegalBasis> Basis { get; init; }

    /// <summary>The same lines as text that can be edited.</summary>
    public string Text => PaperText.Write(Lines);
}
