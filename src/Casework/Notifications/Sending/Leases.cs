using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Notifications.Sending;

/// <summary>Which server sends which message: what the database says. Thread safe.</summary>
internal sealed class Leases(CaseworkStore store, AuditTrail audit, IOptions<NotificationOptions> options, TimeProvider time)
{
    /// <summary>Takes what is due, the most urgent first: each message is taken by one server only, until its lease is over.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> TakeAsync(CancellationToken cancellation)
    {
        // A look costs no lock; most of the time nothing is due.
        if (!await store.ReadAsync((context, token) => Due(context).AnyAsync(token), cancellation))
            return [];
        return await store.WriteAsync(TakeAsync, cancellation);
    }

    /// <summary>Writes down how a try ended. Does nothing to a message that another server has taken meanwhile, or that was cancelled.</summary>
    public Task EndAsync(OutboxMessage message, Ending ending, CancellationToken cancellation) => store.WriteAsync(
        async (context, token) =>
        {
            var now = time.GetUtcNow();
            await context.Set<OutboxAttempt>()
                .Where(attempt => attempt.MessageId == message.Id && attempt.Number == message.Attempts)
                .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.EndedAt, now).SetProperty(attempt => attempt.Outcome, ending.Log), token);
            var again = ending.State == NotificationState.Pending;
            var changed = await context.Set<OutboxMessage>()
                .Where(row => row.Id == message.Id && row.State == NotificationState.Leased && row.LeaseId == message.LeaseId)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(row => row.State, ending.State)
                        .SetProperty(row => row.DueAt, again ? now + ending.Wait : message.DueAt)
                        .SetProperty(row => row.EndedAt, again ? null : now)
                        .SetProperty(row => row.Channel, ending.Channel)
                        .SetProperty(row => row.ForeignId, ending.ForeignId)
                        .SetProperty(row => row.Reason, ending.Reason)
                        .SetProperty(row => row.LeaseId, (Guid?)null),
                    token);
            if (changed > 0 && !again)
                audit.Record(context, Actor.System, $"notification.{NotificationRow.Word(ending.State)}", message.Subject, $"{message.Kind} {ending.Reason ?? ending.Channel}");
            return changed;
        },
        cancellation);

    private async Task<IReadOnlyList<OutboxMessage>> TakeAsync(CaseworkContext context, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var lease = Guid.NewGuid();
        var ids = await Due(context).OrderByDescending(message => message.Urgent).ThenBy(message => message.DueAt)
            .Take(options.Value.Parallel).Select(message => message.Id).ToListAsync(cancellation);
        // Asked again in the update: a server that took one of them in between has changed what this sees.
        var taken = await Due(context).Where(message => ids.Contains(message.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, NotificationState.Leased)
                .SetProperty(message => message.LeaseId, lease)
                .SetProperty(message => message.LeasedUntil, now + options.Value.Lease)
                .SetProperty(message => message.Attempts, message => message.Attempts + 1),
            cancellation);
        if (taken == 0)
            return [];
        var messages = await context.Set<OutboxMessage>().AsNoTracking().Where(message => message.LeaseId == lease).ToListAsync(cancellation);
        // A try without an end is one in which a server died.
        context.AddRange(messages.Select(message => new OutboxAttempt { MessageId = message.Id, Number = message.Attempts, StartedAt = now }));
        return messages;
    }

    private IQueryable<OutboxMessage> Due(CaseworkContext context)
    {
        var now = time.GetUtcNow();
        var quiet = QuietHours.Hold(options.Value, now);
        return context.Set<OutboxMessage>().Where(message => (message.Urgent || !quiet)
            && ((message.State == NotificationState.Pending && message.DueAt <= now) || (message.State == NotificationState.Leased && message.LeasedUntil <= now)));
    }
}

/// <summary>How a try ended.</summary>
/// <param name="State">Where the message stands now.</param>
/// <param name="Log">Each way and what it said.</param>
/// <param name="Reason">Stable code; null when all went well.</param>
/// <param name="Channel">The way it went; null when it did not.</param>
/// <param name="ForeignId">What the other side calls it.</param>
/// <param name="Wait">Before the next try, when there is one.</param>
internal sealed record Ending(
    NotificationState State, string Log, string? Reason = null, string? Channel = null, string? ForeignId = null, TimeSpan Wait = default);
