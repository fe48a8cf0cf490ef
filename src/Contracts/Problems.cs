namespace LegalService.Contracts;

/// <summary>Body of every refusal (RFC 9457): what a client reads from <see cref="Refit.ApiException.Content"/>.</summary>
/// <param name="Code">Stable code, such as <c>slot.taken</c>.</param>
/// <param name="Detail">What the citizen can do, in Chinese.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Errors">With <c>request.incomplete</c>: what is wrong with which answer; null otherwise.</param>
/// <param name="Next">With <c>slot.taken</c>: the next free ones; null otherwise.</param>
public sealed record ProblemResponse(
    string Code, string Detail, int Status, IReadOnlyList<FieldErrorResponse>? Errors = null, IReadOnlyList<SlotResponse>? Next = null);
