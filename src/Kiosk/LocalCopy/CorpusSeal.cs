using System.Security.Cryptography;
using System.Text;
using LegalService.Contracts;

namespace LegalService.Kiosk.LocalCopy;

/// <summary>Whether a corpus is the centre's: signed with the key that was learnt when this machine was enrolled, whoever answers on the line now.</summary>
internal static class CorpusSeal
{
    private const int LongestVersion = 80;

    /// <summary>Whether what the centre says of a corpus is signed with its key, and can be used as it stands.</summary>
    /// <param name="manifest">What it says.</param>
    /// <param name="signingKey">SubjectPublicKeyInfo in Base64.</param>
    public static bool Holds(KioskCorpusResponse manifest, string signingKey)
    {
        if (manifest.Version.Length is 0 or > LongestVersion || !manifest.Version.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            return false;
        var signature = new byte[256];
        if (!Convert.TryFromBase64String(manifest.Signature, signature, out var length))
            return false;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(signingKey), out _);
        return key.VerifyData(Encoding.UTF8.GetBytes(manifest.SignedText), signature.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    /// <summary>Whether a file is the one that was signed.</summary>
    public static async Task<bool> IsAsync(KioskCorpusResponse manifest, string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return file.Length == manifest.Bytes && Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) == manifest.Sha256;
    }
}
