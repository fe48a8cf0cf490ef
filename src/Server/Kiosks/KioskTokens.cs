using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using LegalService.Casework;
using LegalService.Casework.Kiosks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Kiosks;

/// <summary>
/// Tokens of kiosks: closed with the keys that all servers share, good for minutes. Whether the kiosk may still speak is asked at every call. Thread safe.
/// </summary>
internal sealed class KioskTokens(IDataProtectionProvider protection, KioskRegister register, IOptions<KioskOptions> options, TimeProvider time)
{
    private const int IdBytes = 16;

    private readonly IDataProtector _protector = protection.CreateProtector("LegalService.KioskToken/1");

    /// <summary>A new token and when it ends.</summary>
    public (string Token, DateTimeOffset ExpiresAt) Issue(KnownKiosk kiosk)
    {
        var expires = time.GetUtcNow().AddMinutes(options.Value.TokenMinutes);
        var plain = new byte[IdBytes + sizeof(long)];
        kiosk.Id.TryWriteBytes(plain);
        BinaryPrimitives.WriteInt64BigEndian(plain.AsSpan(IdBytes), expires.ToUnixTimeMilliseconds());
        return (Base64Url.EncodeToString(_protector.Protect(plain)), expires);
    }

    /// <summary>Whose token it is. Failures: <c>kiosk.token</c>, <c>kiosk.revoked</c>.</summary>
    public async Task<Result<KnownKiosk>> ReadAsync(string token, CancellationToken cancellation)
    {
        if (Open(token) is not { Length: IdBytes + sizeof(long) } plain)
            return KioskFailures.Token;
        if (DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(IdBytes))) <= time.GetUtcNow())
            return KioskFailures.Token;
        if (await register.FindAsync(new Guid(plain.AsSpan(0, IdBytes)), cancellation) is not { } kiosk)
            return KioskFailures.Token;
        return kiosk.IsRevoked ? KioskFailures.Revoked : kiosk;
    }

    private byte[]? Open(string token)
    {
        try
        {
            return _protector.Unprotect(Base64Url.DecodeFromChars(token));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
