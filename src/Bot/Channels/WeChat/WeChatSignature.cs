using System.Security.Cryptography;
using System.Text;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>
/// WeChat's signature: SHA-1, in small hexadecimal digits, of the parts in ordinal order written one after the other (接入指南; 消息加解密说明). Not
/// this project's choice of hash: the protocol names it.
/// </summary>
internal static class WeChatSignature
{
    /// <summary>Signs token, timestamp and nonce, and in safe mode what is encrypted too.</summary>
    public static string Of(params string[] parts)
    {
        var text = string.Concat(parts.Order(StringComparer.Ordinal));
#pragma warning disable CA5350 // Named by the protocol.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    /// <summary>Compares without telling by its time how much was right.</summary>
    public static bool Matches(string? given, params string[] parts) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Of(parts)));
}
