using System.Security.Cryptography;
using System.Text.Json;
using LegalService.Casework.Sealing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Notifications.Sending;

/// <summary>
/// Sends what is due. Any number of servers may do so at the same time: the lease in the database says whose a message is. Each is sent at least once; a
/// repetition carries the same id.
/// </summary>
public sealed class OutboxDispatcher
{
    private readonly Leases _leases;
    private readonly Ways _ways;
    private readonly Sealer _sealer;
    private readonly NotificationOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxDispatcher> _logger;

    internal OutboxDispatcher(
        Leases leases, Ways ways, Sealer sealer, IOptions<NotificationOptions> options, TimeProvider time, ILogger<OutboxDispatcher> logger) =>
        (_leases, _ways, _sealer, _options, _time, _logger) = (leases, ways, sealer, options.Value, time, logger);

    /// <summary>Sends until nothing is due any more, and tells how many messages it tried.</summary>
    public async Task<int> DispatchOnceAsync(CancellationToken cancellation)
    {
        var tried = 0;
        while (await _leases.TakeAsync(cancellation) is { Count: > 0 } taken)
        {
            await Task.WhenAll(taken.Select(message => TryAsync(message, cancellation)));
            tried += taken.Count;
        }

        return tried;
    }

    private async Task TryAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var ending = await SendAsync(message, cancellation);
        await _leases.EndAsync(message, ending, cancellation);
        _logger.LogInformation(
            "Notification {Id} {Kind}: {State} at try {Attempt} ({Log})", message.Id, message.Kind, NotificationRow.Word(ending.State), message.Attempts, ending.Log);
    }

    private async Task<Ending> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (message.Until <= _time.GetUtcNow())
            return new Ending(NotificationState.Cancelled, "time.over", "time.over");
        if (message.Attempts > _options.MaxAttempts)
            return new Ending(NotificationState.Failed, "attempts.usedUp", "attempts.usedUp");
        if (Open(message) is not { } content)
            return new Ending(NotificationState.Failed, "content.unreadable", "content.unreadable");
        var ways = await _ways.ToAsync(message, content, cancellation);
        if (ways.Count == 0)
            return new Ending(NotificationState.Undeliverable, "no way", Ways.WhyNone(content.Recipient));
        return await ByOneOfAsync(ways, message, cancellation);
    }

    private async Task<Ending> ByOneOfAsync(IReadOnlyList<Way> ways, OutboxMessage message, CancellationToken cancellation)
    {
        List<string> log = [];
        SendAnswer? later = null;
        SendAnswer? last = null;
        foreach (var way in ways)
        {
            last = await AskAsync(way, cancellation);
            log.Add($"{way.Name}:{last.Reason ?? "sent"}");
            if (last.Outcome == SendOutcome.Sent)
                return new Ending(NotificationState.Sent, string.Join(' ', log), Channel: way.Name, ForeignId: last.ForeignId);
            if (last.Outcome != SendOutcome.TryLater)
                continue;
            later ??= last;
            if (message.Attempts < _options.TriesBeforeNextWay)
                break;
        }

        if (later is null || message.Attempts >= _options.MaxAttempts)
            return new Ending(NotificationState.Failed, string.Join(' ', log), last?.Reason);
        var wait = BackOff.Delay(_options, message.Attempts, RandomNumberGenerator.GetInt32(1000) / 1000.0, later.RetryAfter);
        return new Ending(NotificationState.Pending, string.Join(' ', log), later.Reason, Wait: wait);
    }

    private async Task<SendAnswer> AskAsync(Way way, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(_options.SendTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await way.SendAsync(both.Token).WaitAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendAnswer(SendOutcome.TryLater, "way.timeout");
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // Its text may hold an address.
            _logger.LogWarning("Sending by {Way} failed: {Exception}", way.Name, exception.GetType().Name);
            return new SendAnswer(SendOutcome.TryLater, "way.broken");
        }
    }

    private OutboxContent? Open(OutboxMessage message)
    {
        try
        {
            return message.Content is { } box ? JsonSerializer.Deserialize<OutboxContent>(_sealer.Open(box, OutboxMessage.Place(message.Id))) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            _logger.LogError("Notification {Id} cannot be opened: {Exception}", message.Id, exception.GetType().Name);
            return null;
        }
    }
}
