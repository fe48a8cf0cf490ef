using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Notifications;

/// <summary>Removes addresses and contents of messages whose time is over (个人信息保护法第十九条). Safe on several servers at the same time.</summary>
internal sealed class OutboxSweep(CaseworkStore store, IOptions<NotificationOptions> options, TimeProvider time)
{
    /// <summary>Runs once and tells how many messages were emptied.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays);
        IQueryable<OutboxMessage> Over(CaseworkContext context) =>
            context.Set<OutboxMessage>().Where(message => message.Content != null && message.EndedAt != null && message.EndedAt <= before);
        if (!await store.ReadAsync((context, token) => Over(context).AnyAsync(token), cancellation))
            return 0;
        return await store.WriteAsync(
            (context, token) => Over(context).ExecuteUpdateAsync(set => set.SetProperty(message => message.Content, (byte[]?)null), token), cancellation);
    }
}
