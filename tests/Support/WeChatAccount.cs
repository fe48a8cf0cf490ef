using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace LegalService.Support;

/// <summary>WeChat's side of an official account: signs and encrypts as it does, and reads replies. Written from the protocol alone.</summary>
public sealed class WeChatAccount(string token = "legal2026", string appId = "wx5823bf96d3bd56c7", string key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C")
{
    private readonly byte[] _key = Convert.FromBase64String(key + "=");

    public string Token { get; } = token;

    public string AppId { get; } = appId;

    public string EncodingAesKey { get; } = key;

    public static string NewId() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    public static string Text(string from, string content, string? id = null) => $"""
        <xml><ToUserName><![CDATA[gh_county]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName><CreateTime>1795485600</CreateTime>
        <MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{content}]]></Content><MsgId>{id ?? NewId()}</MsgId></xml>
        """;

    /// <param name="from">Open id.</param>
    /// <param name="type">MsgType.</param>
    /// <param name="fields">Further fields as XML.</param>
    public static string Message(string from, string type, string fields) => $"""
        <xml><ToUserName><![CDATA[gh_county]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName><CreateTime>1795485600</CreateTime>
        <MsgType><![CDATA[{type}]]></MsgType>{fields}</xml>
        """;

    public static string Event(string from, string name, string eventKey = "", long time = 1795485600, string fields = "") => $"""
        <xml><ToUserName><![CDATA[gh_county]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName><CreateTime>{time}</CreateTime>
        <MsgType><![CDATA[event]]></MsgType><Event><![CDATA[{name}]]></Event><EventKey><![CDATA[{eventKey}]]></EventKey>{fields}</xml>
        """;

    /// <summary>What stands in the address of a plain call.</summary>
    public Dictionary<string, string> Plain(DateTimeOffset now, string? nonce = null)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        nonce ??= NewId();
        return new(StringComparer.Ordinal) { ["signature"] = Sign(Token, timestamp, nonce), ["timestamp"] = timestamp, ["nonce"] = nonce };
    }

    /// <summary>A call in safe mode: what stands in its address, and its body.</summary>
    public (Dictionary<string, string> Query, string Body) Safe(string xml, DateTimeOffset now, string? forAppId = null)
    {
        var query = Plain(now);
        var encrypted = Encrypt(xml, forAppId ?? AppId);
        query["encrypt_type"] = "aes";
        query["msg_signature"] = Sign(Token, query["timestamp"], query["nonce"], encrypted);
        return (query, $"<xml><ToUserName><![CDATA[gh_county]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>");
    }

    /// <summary>Opens a reply in safe mode, as WeChat does.</summary>
    public string Open(string reply)
    {
        var root = XElement.Parse(reply);
        var encrypted = root.Element("Encrypt")!.Value;
        if (Sign(Token, root.Element("TimeStamp")!.Value, root.Element("Nonce")!.Value, encrypted) != root.Element("MsgSignature")!.Value)
            throw new CryptographicException("The reply's signature is wrong");
        using var aes = Aes.Create();
        aes.Key = _key;
        var plain = aes.DecryptCbc(Convert.FromBase64String(encrypted), _key[..16], PaddingMode.None);
        var text = plain[16..^plain[^1]];
        var length = BinaryPrimitives.ReadInt32BigEndian(text);
        if (Encoding.UTF8.GetString(text.AsSpan(4 + length)) != AppId)
            throw new CryptographicException("The reply is another account's");
        return Encoding.UTF8.GetString(text.AsSpan(4, length));
    }

    public string Encrypt(string xml, string appId)
    {
        using var plain = new MemoryStream();
        plain.Write(RandomNumberGenerator.GetBytes(16));
        var text = Encoding.UTF8.GetBytes(xml);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        plain.Write(length);
        plain.Write(text);
        plain.Write(Encoding.UTF8.GetBytes(appId));
        var padding = 32 - (int)(plain.Length % 32);
        plain.Write(Enumerable.Repeat((byte)padding, padding).ToArray());
        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc(plain.ToArray(), _key[..16], PaddingMode.None));
    }

    public static string Sign(params string[] parts)
    {
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // Named by the protocol.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }
}
