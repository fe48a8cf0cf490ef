namespace LegalService.Casework.Conversations;

/// <summary>An activity as it is kept.</summary>
/// <param name="Sequence">Its number in the conversation, from 1.</param>
/// <param name="At">When it was kept.</param>
/// <param name="Content">Its JSON.</param>
public sealed record KeptActivity(long Sequence, DateTimeOffset At, string Content);

/// <summary>An activity that the bot has not answered yet, with what the bot remembers.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Memory">What the bot remembers of the conversation.</param>
public sealed record WaitingActivity(KeptActivity Activity, KeptMemory Memory);

/// <summary>What the bot remembers of a conversation.</summary>
/// <param name="Content">Its JSON; null when that is nothing, or too old.</param>
/// <param name="Version">Counts its changes; 0 before the first.</param>
public sealed record KeptMemory(string? Content, int Version);

/// <summary>What became of an activity that came in.</summary>
/// <param name="Sequence">Its number; of a repetition, that of the first.</param>
/// <param name="IsNew">False for a repetition.</param>
public sealed record ReceivedActivity(long Sequence, bool IsNew);

/// <summary>A file that came with an activity.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ContentType">By its content.</param>
/// <param name="Content">The file.</param>
public sealed record KeptFile(string ConversationId, string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>Codes of failures of conversations.</summary>
public static class ConversationCodes
{
    /// <summary>There is no such conversation, or it was removed.</summary>
    public const string NotFound = "conversation.notFound";

    /// <summary>The activity is answered already.</summary>
    public const string Answered = "conversation.answered";

    /// <summary>Another turn has changed what the bot remembers: the turn has to be run again.</summary>
    public const string Changed = "conversation.changed";
}
