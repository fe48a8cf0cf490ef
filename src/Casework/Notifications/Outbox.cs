using System.Text.Json;
using LegalService.Casework.Audit;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Notifications;

/// <summary>
/// Takes notifications within the transaction of the change they tell of: they are sent if, and only if, the change is kept. Thread safe.
/// </summary>
internal sealed class Outbox(Sealer sealer, AuditTrail audit, IOptions<NotificationOptions> options, TimeProvider time)
{
    private static readonly NotificationState[] Unsent = [NotificationState.Pending, NotificationState.Leased];

    /// <summary>
    /// Adds a notification unless there is one of its kind, subject and version already. One whose time is over is not added. Throws
    /// <see cref="ArgumentException"/> when a placeholder of its kind has no value.
    /// </summary>
    public async Task AddAsync(CaseworkContext context, Notification notification, CancellationToken cancellation)
    {
        CheckValues(notification);
        var key = $"{notification.Kind}|{notification.Subject}|{notification.Version}";
        var now = time.GetUtcNow();
        if (notification.Until <= now)
            return;
        var messages = context.Set<OutboxMessage>();
        if (messages.Local.Any(message => message.Key == key) || await messages.AnyAsync(message => message.Key == key, cancellation))
            return;
        var due = notification.Due is { } later && later > now ? later : now;
        var message = new OutboxMessage
        {
            Key = key,
            Kind = notification.Kind,
            Subject = notification.Subject,
            Related = notification.Related,
            CreatedAt = now,
            DueAt = due,
            Until = notification.Until ?? due + options.Value.GiveUpAfter,
            Urgent = notification.Urgent,
            Neutral = notification.Neutral,
        };
        message.Content = sealer.Seal(JsonSerializer.Serialize(new OutboxContent(notification.Recipient, notification.Values)), OutboxMessage.Place(message.Id));
        context.Add(message);
        audit.Record(context, Actor.System, "notification.queued", notification.Subject, notification.Kind);
    }

    /// <summary>Nothing that was not sent yet is sent about a subject. One that is being sent at this moment may still arrive.</summary>
    /// <param name="context">The transaction.</param>
    /// <param name="subject">The record.</param>
    /// <param name="kinds">Only of these kinds; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task CancelAsync(CaseworkContext context, string subject, IReadOnlyCollection<string>? kinds, CancellationToken cancellation) =>
        CancelAsync(context, subject, Of(context, subject, kinds), cancellation);

    /// <summary>The same for what tells of one version of a record: it was taken back.</summary>
    public Task CancelAsync(CaseworkContext context, string subject, string version, CancellationToken cancellation)
    {
        var ending = $"|{subject}|{version}";
        return CancelAsync(context, subject, Of(context, subject, kinds: null).Where(message => message.Key.EndsWith(ending)), cancellation);
    }

    /// <summary>
    /// Puts reminders in the place of the earlier ones of their kinds about their subject, sent or not. Those whose time is already over are left out: who moves an
    /// appointment to this afternoon is not told that it is tomorrow.
    /// </summary>
    public async Task MoveAsync(CaseworkContext context, string subject, IReadOnlyList<Notification> reminders, CancellationToken cancellation)
    {
        await CancelAsync(context, subject, [.. reminders.Select(reminder => reminder.Kind)], cancellation);
        foreach (var reminder in reminders.Where(reminder => reminder.Due > time.GetUtcNow()))
            await AddAsync(context, reminder, cancellation);
    }

    /// <summary>
    /// Cancels what was not sent about a subject, and removes addresses and contents of all that belongs to it, and who follows it: the citizen asked for deletion,
    /// or the time is over.
    /// </summary>
    public async Task ForgetAsync(CaseworkContext context, string subject, CancellationToken cancellation)
    {
        await CancelAsync(context, subject, kinds: null, cancellation);
        await context.Set<OutboxMessage>().Where(message => message.Subject == subject || message.Related == subject)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Content, (byte[]?)null), cancellation);
        await context.Set<ChannelLink>().Where(link => link.Subject == subject).ExecuteDeleteAsync(cancellation);
    }

    private async Task CancelAsync(CaseworkContext context, string subject, IQueryable<OutboxMessage> messages, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var count = await messages.Where(message => Unsent.Contains(message.State)).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.State, NotificationState.Cancelled)
                .SetProperty(message => message.Reason, "subject.changed")
                .SetProperty(message => message.LeaseId, (Guid?)null)
                .SetProperty(message => message.EndedAt, now),
            cancellation);
        if (count > 0)
            audit.Record(context, Actor.System, "notification.cancelled", subject, $"{count}");
    }

    private static IQueryable<OutboxMessage> Of(CaseworkContext context, string subject, IReadOnlyCollection<string>? kinds)
    {
        var ofSubject = context.Set<OutboxMessage>().Where(message => message.Subject == subject);
        return kinds is null ? ofSubject : ofSubject.Where(message => kinds.Contains(message.Kind));
    }

    private static void CheckValues(Notification notification)
    {
        if (!NotificationKinds.Placeholders.TryGetValue(notification.Kind, out var placeholders))
            throw new ArgumentException($"No such kind: {notification.Kind}", nameof(notification));
        if (Array.Find(placeholders, placeholder => !notification.Values.ContainsKey(placeholder)) is { } missing)
            throw new ArgumentException($"{notification.Kind} has no value for {missing}", nameof(notification));
    }
}
