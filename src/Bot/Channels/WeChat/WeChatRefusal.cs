namespace LegalService.Bot.Channels.WeChat;

/// <summary>Why a call was refused. Counted by name; outside only 403 or 400 is seen.</summary>
internal enum WeChatRefusal
{
    /// <summary>The signature is missing or not made with the account's token.</summary>
    Signature,

    /// <summary>The signed time is missing, too old or not yet.</summary>
    Timestamp,

    /// <summary>A signature that was already used for another message.</summary>
    Replay,

    /// <summary>Encrypted text that cannot be opened, or encrypted although no key is set.</summary>
    Cipher,

    /// <summary>Encrypted for another account.</summary>
    AppId,

    /// <summary>Plain, where only encrypted messages are taken.</summary>
    Plain,

    /// <summary>A body above the limit.</summary>
    TooLarge,

    /// <summary>Bytes that are no UTF-8.</summary>
    Encoding,

    /// <summary>No XML of WeChat's form; also DTDs and entities.</summary>
    Xml,

    /// <summary>A field that such a message has is missing or malformed.</summary>
    Field,
}
