using System.Security.Cryptography;

namespace LegalService.Casework.Numbers;

/// <summary>
/// The code that, together with the number, opens a citizen's own record: eight characters, without those that are taken for one another (0 and O, 1, I and
/// L). Kept only as a fingerprint (<c>Sealer.Fingerprint("pickupCode", ...)</c>), and sealed where it must be shown again.
/// </summary>
public static class PickupCode
{
    /// <summary>What a code is made of.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Characters of a code: 31^8, nearly a million million.</summary>
    public const int Length = 8;

    /// <summary>A new code from the system's source of randomness.</summary>
    public static string Draw() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>A code as somebody typed it, in its one form; null when it cannot be one.</summary>
    public static string? Normalise(string typed)
    {
        var plain = Typed.Plain(typed);
        return plain.Length == Length && plain.All(character => Alphabet.Contains(character, StringComparison.Ordinal)) ? plain : null;
    }
}
