using System.Text.Json;

namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/drafts</c>: puts an interview aside that is not done.</summary>
/// <param name="Service">Id of the service.</param>
/// <param name="Answers">Every answer so far, right or not.</param>
public sealed record DraftRequest(string Service, IReadOnlyDictionary<string, JsonElement> Answers);

/// <summary>A draft that is kept.</summary>
/// <param name="Number">What it is called.</param>
/// <param name="Code">Pickup code. Shown once: who has number and code may go on with it.</param>
/// <param name="KeptUntil">When it is removed.</param>
public sealed record DraftResponse(string Number, string Code, DateTimeOffset KeptUntil);

/// <summary>Body of <c>POST /api/v1/drafts/save</c>: more answers in the place of those before.</summary>
/// <param name="Number">Number of the draft.</param>
/// <param name="Code">Its pickup code.</param>
/// <param name="Answers">Every answer so far.</param>
public sealed record DraftSaveRequest(string Number, string Code, IReadOnlyDictionary<string, JsonElement> Answers);

/// <summary>Answer of <c>POST /api/v1/drafts/save</c>.</summary>
/// <param name="KeptUntil">When it is removed.</param>
public sealed record DraftKeptResponse(DateTimeOffset KeptUntil);

/// <summary>Answer of <c>POST /api/v1/drafts/open</c>.</summary>
/// <param name="Service">Id of its service.</param>
/// <param name="Answers">For <c>POST /api/v1/interviews/{service}/next</c>; under the names of today's questions, nothing that was typed is lost.</param>
/// <param name="Errors">Answers that today's questions do not take as they are; they are asked again.</param>
/// <param name="KeptUntil">When it is removed.</param>
public sealed record DraftOpenedResponse(
    string Service, IReadOnlyDictionary<string, JsonElement> Answers, IReadOnlyList<FieldErrorResponse> Errors, DateTimeOffset KeptUntil);
