using System.Text.Json;

namespace LegalService.Bot.Tests.Channels.WeChat;

/// <summary>Known answers, made with openssl and Python's hashlib.</summary>
internal sealed record Vectors(
    string Token, string AppId, string EncodingAesKey, IReadOnlyList<PlainVector> Plain, IReadOnlyList<SafeVector> Safe, string OtherAppId)
{
    public static Vectors Read() => JsonSerializer.Deserialize<Vectors>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Channels", "WeChat", "Vectors", "vectors.json")), JsonSerializerOptions.Web)!;
}

internal sealed record PlainVector(string Timestamp, string Nonce, string Signature);

internal sealed record SafeVector(string Xml, string Encrypt, string Timestamp, string Nonce, string MsgSignature);
