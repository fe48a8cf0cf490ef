using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Sealing;

namespace LegalService.Casework.Conversations;

/// <summary>Signs what a channel hands out and takes back, such as tokens, with the key that all servers share. Thread safe.</summary>
public sealed class ConversationSigner
{
    private readonly Sealer _sealer;

    internal ConversationSigner(Sealer sealer) => _sealer = sealer;

    /// <summary>HMAC-SHA-256 in 43 URL-safe characters.</summary>
    /// <param name="use">What the signature is for; it is good for nothing else.</param>
    /// <param name="text">What is signed.</param>
    public string Sign(string use, string text) => _sealer.Sign($"conversation/{use}\n{text}");

    /// <summary>True when <paramref name="signature"/> is that of the text. Takes the same time for every wrong one.</summary>
    public bool Verify(string use, string text, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(use, text)), Encoding.ASCII.GetBytes(signature));
}
