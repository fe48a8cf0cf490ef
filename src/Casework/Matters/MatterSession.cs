namespace LegalService.Casework.Matters;

/// <summary>A citizen who signed in.</summary>
public sealed class MatterSession
{
    internal MatterSession(string token, DateTimeOffset expiresAt, PassContent content) => (Token, ExpiresAt, Content) = (token, expiresAt, content);

    /// <summary>The secret that the browser or the program has, and nobody else.</summary>
    public string Token { get; }

    /// <summary>When it ends if it is not used.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The phone, masked; null for who came by a link.</summary>
    public string? MaskedPhone => Content.Phone is { } phone ? $"{phone[..3]}****{phone[^4..]}" : null;

    internal PassContent Content { get; }
}
