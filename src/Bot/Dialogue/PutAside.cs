using LegalService.Bot.Conversations;
using LegalService.Casework.Conversations;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Dialogue;

/// <summary>Dialogs that wait for their citizen to come back. Thread safe.</summary>
internal sealed class PutAside(IOptions<ConversationOptions> options, TimeProvider time)
{
    private const int Most = 3;

    /// <summary>Puts a dialog aside; an older one about the same goes.</summary>
    public void Put(ConversationMemory memory, ActiveDialog dialog, string title, int count) =>
        memory.Aside = [.. Of(memory).Where(other => other.Title != title).Append(new DialogAside(dialog, title, count, time.GetUtcNow())).TakeLast(Most)];

    /// <summary>Those whose time is not over, the last one last.</summary>
    public IReadOnlyList<DialogAside> Of(ConversationMemory memory)
    {
        var oldest = time.GetUtcNow() - TimeSpan.FromDays(options.Value.MemoryDays);
        return [.. memory.Aside.Where(aside => aside.At >= oldest)];
    }

    /// <summary>Takes one up again: it is aside no more.</summary>
    public void Take(ConversationMemory memory, DialogAside aside) => memory.Aside = [.. Of(memory).Where(other => other != aside)];
}
