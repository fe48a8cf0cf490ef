namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/qr</c>: number and pickup code of a request, an appointment or a draft.</summary>
/// <param name="Number">The number.</param>
/// <param name="Code">The pickup code.</param>
public sealed record QrRequest(string Number, string Code);
