using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegalService.Bot.Activities;

/// <summary>
/// One thing that happened in a conversation, after the open Bot Framework Activity protocol; member names are those of the Bot Framework SDK. Members of
/// the protocol that are not named here survive a round trip in <see cref="Properties"/>.
/// </summary>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or a channel's own.</summary>
    public string? Type { get; init; }

    /// <summary>Given by the channel; null until it is sent.</summary>
    public string? Id { get; init; }

    /// <summary>When the channel took it, in UTC.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>When it was sent by the sender's clock.</summary>
    public DateTimeOffset? LocalTimestamp { get; init; }

    /// <summary>Such as "directline" or "wechat".</summary>
    public string? ChannelId { get; init; }

    /// <summary>Where the channel takes replies.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>Whom it is for.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>The conversation it belongs to.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>The activity it answers.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>What is said.</summary>
    public string? Text { get; init; }

    /// <summary>"plain" or "markdown"; null is markdown by the protocol.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What is spoken, where it differs from <see cref="Text"/>.</summary>
    public string? Speak { get; init; }

    /// <summary>Language of the text, such as "zh-CN".</summary>
    public string? Locale { get; init; }

    /// <summary>Whether the sender waits for words: "acceptingInput", "expectingInput" or "ignoringInput".</summary>
    public string? InputHint { get; init; }

    /// <summary>"list" or "carousel".</summary>
    public string? AttachmentLayout { get; init; }

    /// <summary>Cards, pictures and files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Buttons that go when one is pressed.</summary>
    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>Things that the text is about, such as citations (schema.org/Claim).</summary>
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>Who came into the conversation, of a conversationUpdate.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Who left the conversation, of a conversationUpdate.</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Name of an event.</summary>
    public string? Name { get; init; }

    /// <summary>What an event or a pressed button carries.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>What only this channel understands.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>Every other member, as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }

    /// <summary>A message of plain text.</summary>
    public static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = TextFormats.Plain, Locale = "zh-CN" };

    /// <summary>The same activity addressed as an answer to <paramref name="incoming"/>: conversation, channel, from and recipient are turned round.</summary>
    public Activity InReplyTo(Activity incoming) => this with
    {
        ChannelId = incoming.ChannelId,
        ServiceUrl = incoming.ServiceUrl,
        Conversation = incoming.Conversation,
        From = From ?? incoming.Recipient,
        Recipient = Recipient ?? incoming.From,
        ReplyToId = ReplyToId ?? incoming.Id,
    };
}

/// <summary>Kinds of activities.</summary>
public static class ActivityTypes
{
    /// <summary>Words, cards, files.</summary>
    public const string Message = "message";

    /// <summary>The other side is writing.</summary>
    public const string Typing = "typing";

    /// <summary>A signal between programs.</summary>
    public const string Event = "event";

    /// <summary>Somebody came or left.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The conversation is over.</summary>
    public const string EndOfConversation = "endOfConversation";
}

/// <summary>How the text of a message is written.</summary>
public static class TextFormats
{
    /// <summary>As it stands.</summary>
    public const string Plain = "plain";

    /// <summary>CommonMark.</summary>
    public const string Markdown = "markdown";
}

/// <summary>Whether the bot waits for words.</summary>
public static class InputHints
{
    /// <summary>Anything may be said.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>An answer is waited for.</summary>
    public const string ExpectingInput = "expectingInput";

    /// <summary>More is coming.</summary>
    public const string IgnoringInput = "ignoringInput";
}
