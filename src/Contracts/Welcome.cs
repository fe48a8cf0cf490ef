namespace LegalService.Contracts;

/// <summary>Answer of <c>GET /api/v1/welcome</c>.</summary>
/// <param name="Disclaimer">What the answers are and are not.</param>
/// <param name="Suggestions">Questions to begin with.</param>
/// <param name="Hotlines">Public hotlines.</param>
public sealed record WelcomeResponse(string Disclaimer, IReadOnlyList<string> Suggestions, IReadOnlyList<HotlineResponse> Hotlines);

/// <summary>A public hotline.</summary>
/// <param name="Number">As dialled.</param>
/// <param name="Name">What it is called.</param>
/// <param name="When">When to call it.</param>
public sealed record HotlineResponse(string Number, string Name, string When);
