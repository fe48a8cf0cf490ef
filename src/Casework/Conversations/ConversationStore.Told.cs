using LegalService.Casework.Handovers;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Conversations;

/// <content>What is said in a conversation beside the bot's own turns.</content>
public sealed partial class ConversationStore
{
    /// <summary>
    /// In the caller's transaction: keeps activities, and puts their texts down to be sent where the channel sends. Says nothing in a conversation that is
    /// over.
    /// </summary>
    internal async Task TellAsync(CaseworkContext context, string id, SpokenWords words, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        if (words.Activities.Count == 0 || await LockAsync(context, id, now, cancellation) is not { } conversation)
            return;
        AddAll(context, conversation, words.Activities, now);
        if (await context.Set<ChannelAddress>().AnyAsync(address => address.ConversationId == id, cancellation))
            context.AddRange(OutgoingMessages.Rows(_sealer, conversation.Channel, id, words.Texts, now));
    }
}
