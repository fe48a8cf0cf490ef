using System.Security.Cryptography;
using System.Text;

namespace LegalService.Knowledge.Import;

/// <summary>The file a law is kept in: its short title, made to fit any file system.</summary>
internal static class LawFileName
{
    private const string Extension = ".json";
    private const int MaxBytes = 255;
    private const string Forbidden = "/\\:*?\"<>|";

    /// <summary>The title and .json. A title that is too long or holds a character no file name may have is changed and gets a hash.</summary>
    public static string Of(string law)
    {
        var name = string.Concat(law.Select(c => char.IsControl(c) || char.IsSurrogate(c) || Forbidden.Contains(c, StringComparison.Ordinal) ? '_' : c));
        if (name == law && law.Length > 0 && law[0] != '.' && Encoding.UTF8.GetByteCount(law) <= MaxBytes - Extension.Length)
            return law + Extension;
        var hash = "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(law)))[..8];
        name = name.TrimStart('.');
        while (Encoding.UTF8.GetByteCount(name) > MaxBytes - Extension.Length - hash.Length)
            name = name[..^1];
        return name + hash + Extension;
    }
}
