using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Notifications.Sms;

/// <summary>What the gateway says later about a message that it took.</summary>
public enum ReceiptState
{
    /// <summary>It is on the phone.</summary>
    Delivered,

    /// <summary>It did not get there: no such number, switched off for days, blocked.</summary>
    Failed,
}

/// <summary>Takes delivery receipts. Thread safe.</summary>
public sealed class SmsReceipts
{
    private readonly CaseworkStore _store;
    private readonly AuditTrail _audit;
    private readonly SmsOptions _options;
    private readonly TimeProvider _time;

    internal SmsReceipts(CaseworkStore store, AuditTrail audit, IOptions<SmsOptions> options, TimeProvider time) =>
        (_store, _audit, _options, _time) = (store, audit, options.Value, time);

    /// <summary>
    /// Takes a receipt. The same one may come any number of times; a message that arrived stays so. Failures: <c>receipt.forbidden</c> (wrong or no
    /// <c>Sms:ReceiptToken</c>), <c>receipt.unknown</c>, <c>receipt.early</c> (the message is being sent at this moment: send the receipt again).
    /// </summary>
    /// <param name="token">The secret the gateway gave; null when it gave none.</param>
    /// <param name="id">The id that was sent to the gateway, or the gateway's own.</param>
    /// <param name="state">What became of the message.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Result<NotificationState>> ReceiptAsync(string? token, string id, ReceiptState state, CancellationToken cancellation)
    {
        if (!IsAllowed(token))
            return new Failure("receipt.forbidden", "回执的口令不对。");
        return await _store.WriteAsync<Result<NotificationState>>(
            async (context, stop) =>
            {
                if (await FindAsync(context, id, stop) is not { } message)
                    return new Failure("receipt.unknown", "没有这条短信。");
                return state == ReceiptState.Delivered ? await ArrivedAsync(context, message, stop) : await FailedAsync(context, message, stop);
            },
            cancellation);
    }

    // Whatever this server believes of the try: it arrived, so it is not sent again.
    private async Task<Result<NotificationState>> ArrivedAsync(CaseworkContext context, OutboxMessage message, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var changed = await context.Set<OutboxMessage>()
            .Where(row => row.Id == message.Id && row.Attempts > 0 && row.State != NotificationState.Delivered && row.State != NotificationState.Cancelled)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, NotificationState.Delivered)
                    .SetProperty(row => row.Channel, Sending.Ways.Sms)
                    .SetProperty(row => row.Reason, (string?)null)
                    .SetProperty(row => row.LeaseId, (Guid?)null)
                    .SetProperty(row => row.EndedAt, now),
                cancellation);
        if (changed > 0)
            _audit.Record(context, Actor.System, "notification.delivered", message.Subject, message.Kind);
        return changed > 0 ? NotificationState.Delivered : message.State;
    }

    private async Task<Result<NotificationState>> FailedAsync(CaseworkContext context, OutboxMessage message, CancellationToken cancellation)
    {
        if (message.State == NotificationState.Leased)
            return new Failure("receipt.early", "这条短信正在发送，请过一会儿再发回执。");
        var changed = await context.Set<OutboxMessage>()
            .Where(row => row.Id == message.Id && row.State == NotificationState.Sent && row.Channel == Sending.Ways.Sms)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, NotificationState.Failed).SetProperty(row => row.Reason, "receipt.failed"), cancellation);
        if (changed > 0)
            _audit.Record(context, Actor.System, "notification.failed", message.Subject, $"{message.Kind} receipt.failed");
        return changed > 0 ? NotificationState.Failed : message.State;
    }

    private static Task<OutboxMessage?> FindAsync(CaseworkContext context, string id, CancellationToken cancellation)
    {
        var messages = context.Set<OutboxMessage>().AsNoTracking();
        return Guid.TryParse(id, out var own)
            ? messages.FirstOrDefaultAsync(message => message.Id == own || message.ForeignId == id, cancellation)
            : messages.Where(message => message.ForeignId == id).OrderByDescending(message => message.CreatedAt).FirstOrDefaultAsync(cancellation);
    }

    private bool IsAllowed(string? token) => _options.ReceiptToken is { Length: > 0 } secret
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
