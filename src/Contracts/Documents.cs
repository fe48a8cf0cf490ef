using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegalService.Contracts;

/// <summary>A document in the list: a paper that citizens write and hand in or sign.</summary>
/// <param name="Id">Stable id, such as <c>civil-complaint</c>.</param>
/// <param name="Name">As a citizen knows it.</param>
/// <param name="Summary">When it is used and what it is good for.</param>
/// <param name="CanBeReviewed">Whether a clerk can be asked to look at it.</param>
public sealed record DocumentSummaryResponse(string Id, string Name, string Summary, bool CanBeReviewed);

/// <summary>Where a document stands.</summary>
/// <param name="Interview">Its questions, one after the other, as those of a service.</param>
/// <param name="Document">The document as far as it is filled; what is missing is a blank in it.</param>
/// <param name="Review">How to have a clerk look at it; null until all is answered, and when this kind is not looked at.</param>
public sealed record DocumentStepResponse(
    InterviewResponse Interview,
    DocumentResponse Document,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DocumentReviewStart? Review);

/// <summary>A document filled with answers. It is a proposal: the citizen reads, corrects and signs it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Lines">What it says, from top to bottom.</param>
/// <param name="Blanks">What was not given and is to be filled in by pen.</param>
/// <param name="Attach">What to put with it.</param>
/// <param name="HandIn">Where it goes and in how many copies.</param>
/// <param name="Hints">What to know before signing it.</param>
/// <param name="Basis">The articles that say what must stand in it.</param>
/// <param name="Caveat">What it is and what it is not.</param>
public sealed record DocumentResponse(
    string Name,
    IReadOnlyList<PaperLineResponse> Lines,
    IReadOnlyList<string> Blanks,
    IReadOnlyList<DocumentHintResponse> Attach,
    string HandIn,
    IReadOnlyList<DocumentHintResponse> Hints,
    IReadOnlyList<BasisResponse> Basis,
    string Caveat);

/// <summary>Something to know about a document.</summary>
/// <param name="Text">In a sentence.</param>
/// <param name="Basis">Where the law says so.</param>
public sealed record DocumentHintResponse(string Text, IReadOnlyList<BasisResponse> Basis);

/// <summary>A paragraph, or a row of a table, of a letter or a document.</summary>
/// <param name="Kind">How it is set: <c>paragraph</c>, <c>title</c>, <c>heading</c>, <c>centred</c>, <c>salutation</c>, <c>item</c>, <c>right</c> or <c>row</c>; rows that follow each other are one table.</param>
/// <param name="Text">What it says.</param>
/// <param name="Cells">What stands in the cells of a <c>row</c>, from left to right; null for any other line.</param>
public sealed record PaperLineResponse(string Kind, string Text, IReadOnlyList<string>? Cells = null);

/// <summary>Where having a document looked at begins: the interview of a service, with what the document already tells.</summary>
/// <param name="Service">Id of the service; its questions go on with <c>POST /api/v1/interviews/{service}/next</c>.</param>
/// <param name="Answers">Answers to start with.</param>
public sealed record DocumentReviewStart(string Service, IReadOnlyDictionary<string, JsonElement> Answers);

/// <summary>Body of <c>POST /api/v1/documents/{id}/review</c>: a request to have a document looked at by a clerk.</summary>
/// <param name="Document">The answers of the document.</param>
/// <param name="Answers">The answers of the interview that <see cref="DocumentReviewStart"/> begins.</param>
/// <param name="Channel">Where it comes from, such as <c>web</c>, <c>wechat</c> or <c>kiosk</c>; null when not said.</param>
public sealed record DocumentReviewRequest(IReadOnlyDictionary<string, JsonElement> Document, IReadOnlyDictionary<string, JsonElement> Answers, string? Channel = null);
