namespace LegalService.Server.Api;

/// <summary>The key by which a client may send the same thing again without doing it twice.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>The given key, or one of this call alone.</summary>
    public static string Or(string? key) => key ?? Guid.NewGuid().ToString("N");
}
