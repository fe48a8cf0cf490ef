using System.Security.Cryptography;
using System.Text;

namespace LegalService.Casework.Sealing;

/// <summary>
/// Personal data at rest: sealed with AES-256-GCM under a key derived from the master key, found again by a keyed hash (HMAC-SHA-256). Thread safe.
/// </summary>
internal sealed class Sealer(MasterKeySource keys)
{
    private const byte Format = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + NonceBytes + TagBytes;

    private readonly Lazy<byte[]> _sealing = new(() => Derive(keys, "seal"));
    private readonly Lazy<byte[]> _finding = new(() => Derive(keys, "find"));
    private readonly Lazy<byte[]> _signing = new(() => Derive(keys, "sign"));

    /// <summary>Seals a text for one place: opened with another <paramref name="place"/> (such as "request/2611-0042/answers") it is refused.</summary>
    public byte[] Seal(string text, string place) => Seal(Encoding.UTF8.GetBytes(text), place);

    /// <inheritdoc cref="Seal(string, string)"/>
    public byte[] Seal(ReadOnlySpan<byte> plain, string place)
    {
        var box = new byte[HeaderBytes + plain.Length];
        box[0] = Format;
        RandomNumberGenerator.Fill(box.AsSpan(1, NonceBytes));
        using var aes = new AesGcm(_sealing.Value, TagBytes);
        aes.Encrypt(box.AsSpan(1, NonceBytes), plain, box.AsSpan(HeaderBytes), box.AsSpan(1 + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        return box;
    }

    /// <summary>Opens what <see cref="Seal(string, string)"/> sealed. Throws <see cref="CryptographicException"/> when it was changed or moved.</summary>
    public string Open(byte[] box, string place) => Encoding.UTF8.GetString(OpenBytes(box, place));

    /// <inheritdoc cref="Open"/>
    public byte[] OpenBytes(byte[] box, string place)
    {
        if (box.Length < HeaderBytes || box[0] != Format)
            throw new CryptographicException("Not a sealed box");
        var plain = new byte[box.Length - HeaderBytes];
        using var aes = new AesGcm(_sealing.Value, TagBytes);
        aes.Decrypt(box.AsSpan(1, NonceBytes), box.AsSpan(HeaderBytes), box.AsSpan(1 + NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(place));
        return plain;
    }

    /// <summary>
    /// A keyed hash by which equal values of one kind ("idNumber", "phone", "name", "pickupCode") are found without storing them. The caller brings the value
    /// into its one form first. 43 characters, URL-safe.
    /// </summary>
    public string Fingerprint(string kind, string value) => Hash(_finding.Value, $"{kind}\n{value}");

    /// <summary>A signature over a record's own text, for the audit trail. 43 characters, URL-safe.</summary>
    public string Sign(string text) => Hash(_signing.Value, text);

    private static string Hash(byte[] key, string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    private static byte[] Derive(MasterKeySource keys, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Key.ToArray(), 32, info: Encoding.UTF8.GetBytes($"LegalService/{use}/1"));
}
