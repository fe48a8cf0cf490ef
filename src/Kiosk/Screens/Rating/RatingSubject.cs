namespace LegalService.Kiosk.Screens.Rating;

/// <summary>What is rated.</summary>
/// <param name="Kind">As the shared API names it: <c>request</c>, <c>appointment</c>, <c>service</c>.</param>
/// <param name="Number">Its number; null for the service as a whole.</param>
internal sealed record RatingSubject(string Kind, string? Number = null);
