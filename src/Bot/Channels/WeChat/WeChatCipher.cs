using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>
/// Safe mode (安全模式): AES-256-CBC under the account's key, its first 16 bytes as IV, over 16 random bytes, the length of the XML (4 bytes, big-endian),
/// the XML and the AppID, padded to 32 bytes in the way of PKCS#7. What is opened must have been checked by its signature before. Thread safe.
/// </summary>
internal sealed class WeChatCipher
{
    private const int RandomBytes = 16;
    private const int LengthBytes = 4;
    private const int BlockBytes = 32;

    private readonly byte[] _key;
    private readonly byte[] _appId;

    /// <param name="encodingAesKey">43 characters: Base64 of 32 bytes without its last sign.</param>
    /// <param name="appId">Sealed into what is sent, and demanded in what comes.</param>
    public WeChatCipher(string encodingAesKey, string appId)
    {
        _key = Convert.FromBase64String(encodingAesKey + "=");
        _appId = Encoding.UTF8.GetBytes(appId);
    }

    /// <summary>Base64 of the sealed text.</summary>
    public string Seal(string xml)
    {
        var text = Encoding.UTF8.GetBytes(xml);
        var used = RandomBytes + LengthBytes + text.Length + _appId.Length;
        var padding = BlockBytes - used % BlockBytes;
        var plain = new byte[used + padding];
        RandomNumberGenerator.Fill(plain.AsSpan(0, RandomBytes));
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomBytes), text.Length);
        text.CopyTo(plain, RandomBytes + LengthBytes);
        _appId.CopyTo(plain, RandomBytes + LengthBytes + text.Length);
        plain.AsSpan(used).Fill((byte)padding);
        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, _key.AsSpan(0, aes.BlockSize / 8), PaddingMode.None));
    }

    /// <summary>The bytes of the XML; null, with what is wrong, when it cannot be opened or is meant for another account.</summary>
    public byte[]? Open(string sealedText, out WeChatRefusal refusal)
    {
        refusal = WeChatRefusal.Cipher;
        var box = new byte[sealedText.Length];
        if (!Convert.TryFromBase64String(sealedText, box, out var length) || length == 0 || length % BlockBytes != 0)
            return null;
        using var aes = Aes.Create();
        aes.Key = _key;
        var plain = aes.DecryptCbc(box.AsSpan(0, length), _key.AsSpan(0, aes.BlockSize / 8), PaddingMode.None);
        if (plain[^1] is var padding && (padding is 0 or > BlockBytes || plain.AsSpan(plain.Length - padding).ContainsAnyExcept(padding)))
            return null;
        var content = plain.AsSpan(0, plain.Length - padding);
        if (content.Length < RandomBytes + LengthBytes)
            return null;
        var text = BinaryPrimitives.ReadInt32BigEndian(content[RandomBytes..]);
        content = content[(RandomBytes + LengthBytes)..];
        if (text < 0 || text > content.Length)
            return null;
        refusal = WeChatRefusal.AppId;
        return content[text..].SequenceEqual(_appId) ? content[..text].ToArray() : null;
    }
}
