using LegalService.Interviews.Definitions;
using LegalService.Interviews.Papers;

namespace LegalService.Casework.Letters;

/// <summary>A letter that can be written about a request.</summary>
/// <param name="Template">Its id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Basis">The articles it rests on.</param>
public sealed record LetterOffer(string Template, string Title, IReadOnlyList<LegalBasis> Basis);

/// <summary>A letter before it is issued.</summary>
/// <param name="Template">The id of its template.</param>
/// <param name="Title">What it is.</param>
/// <param name="Text">In the form of <see cref="PaperText"/>; number and day are filled in when it is issued.</param>
/// <param name="Basis">The articles it rests on.</param>
/// <param name="Keep">Passages that must stay in it.</param>
/// <param name="Version">The version of the request it was filled from, to be named when it is issued.</param>
public sealed record LetterDraft(string Template, string Title, string Text, IReadOnlyList<LegalBasis> Basis, IReadOnlyList<string> Keep, int Version);

/// <summary>A letter that was issued.</summary>
/// <param name="Id">Names it within the request.</param>
/// <param name="Title">What it is.</param>
/// <param name="Number">Its document number.</param>
/// <param name="Edition">From 1.</param>
/// <param name="IssuedAt">On Beijing's clock.</param>
/// <param name="By">Who issued it, as in the audit trail.</param>
/// <param name="State">Whether it holds.</param>
/// <param name="IsReadable">False once personal data were removed.</param>
public sealed record IssuedLetter(Guid Id, string Title, string Number, int Edition, DateTimeOffset IssuedAt, string By, LetterState State, bool IsReadable);

/// <summary>A letter to read.</summary>
/// <param name="Letter">Which.</param>
/// <param name="Text">In the form of <see cref="PaperText"/>.</param>
/// <param name="Document">The same as a Word document (DOCX), as it was issued.</param>
public sealed record OpenedLetter(IssuedLetter Letter, string Text, byte[] Document)
{
    /// <summary>Title and number.</summary>
    public string FileTitle => $"{Letter.Title} {Letter.Number}";

    /// <summary>A name for the file of <see cref="Document"/>.</summary>
    public string FileName => $"{FileTitle}.docx";
}
