namespace LegalService.Kiosk.Sessions;

/// <summary>How a person wants the screen; forgotten with the session.</summary>
/// <param name="Elder">Larger and slower: nothing goes on by itself, and the countdown is longer.</param>
/// <param name="HighContrast">Yellow and white on black.</param>
/// <param name="ReadAloud">Each screen is read out.</param>
/// <param name="Low">What is touched lies in the lower half, for somebody in a wheelchair.</param>
internal sealed record Modes(bool Elder = false, bool HighContrast = false, bool ReadAloud = false, bool Low = false);
