using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Notifications;

/// <summary>What a clerk sees of the notifications: what was sent about a matter, and whom to call because nothing could be. Thread safe.</summary>
public sealed class NotificationDesk
{
    private static readonly NotificationState[] NotArrived = [NotificationState.Failed, NotificationState.Undeliverable];

    private readonly CaseworkStore _store;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _time;

    internal NotificationDesk(CaseworkStore store, AuditTrail audit, TimeProvider time) => (_store, _audit, _time) = (store, audit, time);

    /// <summary>The notifications about a record such as <c>request/2611-0042</c>, oldest first; empty when there are none.</summary>
    public Task<IReadOnlyList<NotificationRow>> ListAsync(string subject, CancellationToken cancellation) =>
        _store.ReadAsync((context, token) => RowsAsync(context, context.Set<OutboxMessage>().Where(message => message.Subject == subject), token), cancellation);

    /// <summary>
    /// What did not arrive, has consequences for the citizen (something is missing, a decision, a deadline, an appointment that changed), and nobody has told him
    /// or her yet; oldest first. Who wanted no messages is not in it.
    /// </summary>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<NotificationRow>> ToCallAsync(int take, CancellationToken cancellation) => _store.ReadAsync(
        (context, token) => RowsAsync(
            context,
            context.Set<OutboxMessage>()
                .Where(message => NotArrived.Contains(message.State) && message.ToldAt == null && message.Reason != "consent.none"
                    && NotificationKinds.MustBeTold.Contains(message.Kind))
                .OrderBy(message => message.CreatedAt).Take(take),
            token),
        cancellation);

    /// <summary>
    /// A clerk told the citizen in another way. <c>notification.notFound</c> when there is no such one, <c>notification.underway</c> when it did arrive or still may.
    /// </summary>
    public Task<Result<NotificationRow>> ToldAsync(Guid id, Actor clerk, CancellationToken cancellation) => _store.WriteAsync<Result<NotificationRow>>(
        async (context, token) =>
        {
            if (await context.Set<OutboxMessage>().SingleOrDefaultAsync(message => message.Id == id, token) is not { } message)
                return new Failure("notification.notFound", "没有这条通知。");
            if (!NotArrived.Contains(message.State))
                return new Failure("notification.underway", "这条通知已经发出或还在发送，不用打电话。");
            if (message.ToldAt is null)
            {
                message.ToldAt = _time.GetUtcNow();
                _audit.Record(context, clerk, "notification.told", message.Subject, message.Kind);
            }

            return NotificationRow.Of(message, []);
        },
        cancellation);

    private static async Task<IReadOnlyList<NotificationRow>> RowsAsync(CaseworkContext context, IQueryable<OutboxMessage> chosen, CancellationToken cancellation)
    {
        var messages = await chosen.ToListAsync(cancellation);
        var ids = messages.ConvertAll(message => message.Id);
        var attempts = (await context.Set<OutboxAttempt>().Where(attempt => ids.Contains(attempt.MessageId)).ToListAsync(cancellation)).ToLookup(attempt => attempt.MessageId);
        return [.. messages.OrderBy(message => message.CreatedAt).ThenBy(message => message.Id).Select(message => NotificationRow.Of(message, attempts[message.Id]))];
    }
}
