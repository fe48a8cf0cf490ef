using System.Globalization;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>Lets in what the account's WeChat sent, and nothing else: signature, time, size, encryption, form. Keeps nothing; thread safe.</summary>
internal sealed class WeChatGate
{
    private readonly WeChatOptions _options;
    private readonly TimeProvider _time;
    private readonly WeChatCipher? _cipher;

    public WeChatGate(IOptions<WeChatOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        _cipher = _options.EncodingAesKey.Length > 0 ? new WeChatCipher(_options.EncodingAesKey, _options.AppId) : null;
    }

    /// <summary>True when the server check is WeChat's. Its time is not looked at: it changes nothing and gives back only what it brought.</summary>
    public bool IsServerCheck(WeChatCall call) => call is { Timestamp: not null, Nonce: not null, EchoStr: not null }
        && WeChatSignature.Matches(call.Signature, _options.Token, call.Timestamp, call.Nonce);

    /// <summary>What is wrong with a call before its body is read; null when nothing is.</summary>
    public WeChatRefusal? Refuse(WeChatCall call)
    {
        if (call.Timestamp is null || call.Nonce is null)
            return WeChatRefusal.Signature;
        // In safe mode it says less than the other signature, but what is there has to be right.
        if ((!call.IsSafe || call.Signature is not null) && !WeChatSignature.Matches(call.Signature, _options.Token, call.Timestamp, call.Nonce))
            return WeChatRefusal.Signature;
        if (call.IsSafe && call.MsgSignature is null)
            return WeChatRefusal.Signature;
        if (!IsTimely(call.Timestamp))
            return WeChatRefusal.Timestamp;
        if (!call.IsSafe && _options.RequireEncryption)
            return WeChatRefusal.Plain;
        return call.IsSafe && _cipher is null ? WeChatRefusal.Cipher : null;
    }

    /// <summary>Opens the body of a call that was not refused.</summary>
    public Opened Open(WeChatCall call, ReadOnlyMemory<byte> body)
    {
        if (body.Length > _options.LargestBody)
            return new Opened(WeChatRefusal.TooLarge);
        var xml = body;
        if (call.IsSafe && OpenSafe(call, body, out xml) is { } refused)
            return new Opened(refused);
        if (WeChatXml.ReadFields(xml.Span, out var refusal) is not { } fields)
            return new Opened(refusal);
        return WeChatXml.ReadMessage(fields) is { } message ? new Opened(message, System.Text.Encoding.UTF8.GetString(xml.Span)) : new Opened(WeChatRefusal.Field);
    }

    /// <summary>The message in what <see cref="Open"/> once let in.</summary>
    public static WeChatMessage? Reopen(string xml) =>
        WeChatXml.ReadFields(System.Text.Encoding.UTF8.GetBytes(xml), out _) is { } fields ? WeChatXml.ReadMessage(fields) : null;

    /// <summary>The reply to a message, in the mode it came in.</summary>
    public WeChatReply Reply(WeChatCall call, WeChatMessage message, string text)
    {
        var now = _time.GetUtcNow();
        var xml = WeChatXml.Reply(message, text, now);
        if (!call.IsSafe)
            return WeChatReply.Xml(xml);
        var encrypted = _cipher!.Seal(xml);
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = System.Security.Cryptography.RandomNumberGenerator.GetHexString(16, lowercase: true);
        return WeChatReply.Xml(WeChatXml.SafeReply(encrypted, WeChatSignature.Of(_options.Token, timestamp, nonce, encrypted), timestamp, nonce));
    }

    private WeChatRefusal? OpenSafe(WeChatCall call, ReadOnlyMemory<byte> body, out ReadOnlyMemory<byte> xml)
    {
        xml = default;
        if (WeChatXml.ReadFields(body.Span, out var refusal) is not { } outer)
            return refusal;
        if (!outer.TryGetValue("Encrypt", out var encrypted) || encrypted.Length == 0)
            return WeChatRefusal.Field;
        if (!WeChatSignature.Matches(call.MsgSignature, _options.Token, call.Timestamp!, call.Nonce!, encrypted))
            return WeChatRefusal.Signature;
        if (_cipher!.Open(encrypted, out var wrong) is not { } opened)
            return wrong;
        xml = opened;
        return null;
    }

    private bool IsTimely(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(_time.GetUtcNow().ToUnixTimeSeconds() - (decimal)seconds) <= (decimal)_options.OldestTimestamp.TotalSeconds;
}

/// <summary>A body: a message, or why it was refused.</summary>
internal sealed record Opened
{
    public Opened(WeChatRefusal refusal) => Refusal = refusal;

    public Opened(WeChatMessage message, string xml) => (Message, Xml) = (message, xml);

    /// <summary>Null when there is a message.</summary>
    public WeChatRefusal? Refusal { get; }

    /// <summary>Null when it was refused.</summary>
    public WeChatMessage? Message { get; }

    /// <summary>The message as XML, opened; empty when it was refused.</summary>
    public string Xml { get; } = "";
}
