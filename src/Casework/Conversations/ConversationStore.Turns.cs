using LegalService.Casework.Store;

namespace LegalService.Casework.Conversations;

/// <content>Whole turns of channels that answer each message once by themselves.</content>
public sealed partial class ConversationStore
{
    /// <summary>
    /// In one step, for a channel that has its own way to answer a message once: starts the conversation where it is new, keeps what was said in a turn and
    /// what the bot remembers after it.
    /// </summary>
    /// <param name="id">The conversation.</param>
    /// <param name="channel">As at its start.</param>
    /// <param name="user">The citizen's id on the channel; only its fingerprint is kept.</param>
    /// <param name="memory">What is to be remembered; its version is the one the turn began with.</param>
    /// <param name="said">JSON of the activities, in order.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>True, or <see cref="ConversationCodes.Changed"/>: then nothing is kept.</returns>
    public async Task<Result<bool>> KeepTurnAsync(
        string id, string channel, string user, KeptMemory memory, IReadOnlyList<string> said, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        try
        {
            return await _store.WriteAsync<Result<bool>>(
                async (context, token) =>
                {
                    if (await LockAsync(context, id, now, token) is not { } conversation)
                    {
                        conversation = new Conversation { Id = id, Channel = channel, Owner = Owner(channel, user), StartedAt = now, LastActivityAt = now, StateChangedAt = now };
                        context.Add(conversation);
                    }

                    if (conversation.StateVersion != memory.Version)
                        return ChangedMeanwhile;
                    AddAll(context, conversation, said, now);
                    Remember(conversation, memory.Content, now);
                    return true;
                },
                cancellation);
        }
        catch (UniqueViolationException)
        {
            // Two first turns at once.
            return ChangedMeanwhile;
        }
    }
}
