using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace LegalService.EndToEnd.Staff;

/// <summary>The app on a clerk's telephone (RFC 6238), written from the standard alone.</summary>
internal static class Authenticator
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of this half minute.</summary>
    /// <param name="key">In Base32.</param>
    public static string CodeOf(string key)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard's hash.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var code = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue) % 1_000_000;
        return code.ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bits = string.Concat(key.ToUpperInvariant().Select(letter => Letters.IndexOf(letter, StringComparison.Ordinal).ToString("b5", CultureInfo.InvariantCulture)));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2))];
    }
}
