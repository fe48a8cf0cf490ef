namespace LegalService.Bot.Channels.WeChat;

/// <summary>A call of WeChat's: what stands in its address. A value is null when it is missing or given twice.</summary>
public sealed record WeChatCall
{
    /// <summary>Signature over token, timestamp and nonce.</summary>
    public string? Signature { get; init; }

    /// <summary>Seconds since 1970 in UTC.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Random.</summary>
    public string? Nonce { get; init; }

    /// <summary>What the server check wants back.</summary>
    public string? EchoStr { get; init; }

    /// <summary>"aes" for an encrypted message; "raw" or null for a plain one.</summary>
    public string? EncryptType { get; init; }

    /// <summary>Signature that takes in the encrypted text.</summary>
    public string? MsgSignature { get; init; }

    /// <summary>True for safe mode.</summary>
    internal bool IsSafe => string.Equals(EncryptType, "aes", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What is answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type; null without a body.</param>
/// <param name="Body">Empty for a refusal: nothing is told of why.</param>
public sealed record WeChatReply(int Status, string? ContentType, string Body)
{
    /// <summary>Taken, with nothing to say now.</summary>
    internal static WeChatReply Success { get; } = Text("success");

    internal static WeChatReply Text(string body) => new(200, "text/plain; charset=utf-8", body);

    internal static WeChatReply Xml(string body) => new(200, "application/xml; charset=utf-8", body);

    internal static WeChatReply Refused(WeChatRefusal refusal) => new(
        refusal is WeChatRefusal.TooLarge or WeChatRefusal.Encoding or WeChatRefusal.Xml or WeChatRefusal.Field ? 400 : 403, null, "");
}
