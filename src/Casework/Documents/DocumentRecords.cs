using LegalService.Interviews.Documents;

namespace LegalService.Casework.Documents;

/// <summary>A document that a clerk is asked to look at.</summary>
/// <param name="Form">The id of its definition.</param>
/// <param name="Name">What it is.</param>
/// <param name="Text">What it says, in the form of <see cref="Interviews.Papers.PaperText"/>.</param>
public sealed record NewDocument(string Form, string Name, string Text)
{
    /// <summary>As it was filled.</summary>
    public static NewDocument Of(FilledDocument filled) => new(filled.Form, filled.Name, filled.Text);
}

/// <summary>The document of a request, without its words.</summary>
/// <param name="Name">What it is.</param>
/// <param name="DraftedAt">When a clerk said that it is drafted by the centre; null: not yet.</param>
/// <param name="DraftedBy">Who said so, as in the audit trail; null: not yet.</param>
public sealed record DocumentLine(string Name, DateTimeOffset? DraftedAt, string? DraftedBy);

/// <summary>The document of a request, to read.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Text">What it says now, in the form of <see cref="Interviews.Papers.PaperText"/>.</param>
/// <param name="DraftedAt">When a clerk said that it is drafted by the centre; null: not yet.</param>
/// <param name="DraftedBy">Who said so, as in the audit trail; null: not yet.</param>
public sealed record OpenedDocument(string Name, string Text, DateTimeOffset? DraftedAt, string? DraftedBy)
{
    /// <summary>A name for it as a file.</summary>
    public string FileName => $"{Name}.docx";
}
