using System.Security.Cryptography;

namespace LegalService.Kiosk.Outbox;

/// <summary>
/// The number on the slip of something that is kept: K and twelve characters that nobody can guess, in groups of four. It is the only key to what becomes of it;
/// the machine itself cannot open that without the slip.
/// </summary>
internal static class Slip
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;
    private const int Group = 4;

    /// <summary>A new one, as in <c>K-7F3Q-9XKD-2M4T</c>.</summary>
    public static string New() => Print(RandomNumberGenerator.GetString(Letters, Length));

    /// <summary>The slip in its one form; null when the text is none. Case, blanks and hyphens do not matter, nor that a letter looks like a digit.</summary>
    public static string? Read(string text)
    {
        var characters = string.Concat(text.ToUpperInvariant().Where(char.IsLetterOrDigit).Select(letter => letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter }));
        return characters.Length == Length + 1 && characters[0] == 'K' && characters.All(Letters.Contains) ? Print(characters[1..]) : null;
    }

    private static string Print(string characters) => $"K-{string.Join('-', characters.Chunk(Group).Select(group => new string(group)))}";
}
