using LegalService.Bot.Activities;

namespace LegalService.Bot.Channels.DirectLine;

/// <summary>Who calls.</summary>
/// <param name="Conversation">The only conversation it may open; null for the secret, which opens all.</param>
/// <param name="User">Who it speaks for; null when the activities say so themselves.</param>
public sealed record DirectLineCaller(string? Conversation, string? User);

/// <summary>A token and what it opens.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Token">The token.</param>
/// <param name="ExpiresIn">Seconds for which it is good.</param>
public sealed record DirectLineConversation(string ConversationId, string Token, int ExpiresIn)
{
    /// <summary>Token that opens the conversation's stream, for the stream's address; null where there is no stream to open.</summary>
    public string? StreamToken { get; init; }

    /// <summary>False when the conversation was there before.</summary>
    public bool IsNew { get; init; }
}

/// <summary>What was said after a watermark.</summary>
/// <param name="Activities">In order.</param>
/// <param name="Watermark">Where to go on.</param>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);

/// <summary>An uploaded file.</summary>
/// <param name="Name">As the sender calls it.</param>
/// <param name="Content">The file.</param>
public sealed record UploadedFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>A value, or what Direct Line says instead.</summary>
/// <param name="Value">Null when it failed.</param>
/// <param name="Failure">Null when it succeeded.</param>
public readonly record struct Reply<T>(T? Value, DirectLineFailure? Failure)
{
    /// <summary>A value.</summary>
    public static implicit operator Reply<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Reply<T>(DirectLineFailure failure) => new(default, failure);
}
