namespace LegalService.Server.Pages.My;

/// <summary>A rating as it stands in its controls.</summary>
/// <param name="Value">5 to 1; 0: none chosen.</param>
/// <param name="Reasons">Ids.</param>
/// <param name="Comment">In the citizen's words.</param>
public sealed record TypedRating(int Value, IReadOnlyList<string> Reasons, string Comment);
