using LegalService.Casework.Conversations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>
/// The address that WeChat calls (/wechat). Every message is answered once, by whichever server gets whichever of its three tries: in the reply when the
/// answer is there in time, else by a customer-service message. Thread safe.
/// </summary>
public sealed class WeChatChannel
{
    // Between two looks at what another call is doing.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // A server that has not answered by then is dead: WeChat itself has hung up.
    private static readonly TimeSpan Overtime = TimeSpan.FromSeconds(1);

    private readonly WeChatGate _gate;
    private readonly WeChatWork _work;
    private readonly InboundMessages _inbound;
    private readonly WeChatMetrics _metrics;
    private readonly WeChatOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<WeChatChannel> _logger;

    internal WeChatChannel(
        WeChatGate gate, WeChatWork work, InboundMessages inbound, WeChatMetrics metrics, IOptions<WeChatOptions> options, TimeProvider time, ILogger<WeChatChannel> logger)
    {
        (_gate, _work, _inbound, _metrics) = (gate, work, inbound, metrics);
        (_options, _time, _logger) = (options.Value, time, logger);
    }

    /// <summary>False when no account is set: then there is no such address.</summary>
    public bool IsOn => _options.IsOn;

    /// <summary>Largest body that is read, in bytes.</summary>
    public int LargestBody => _options.LargestBody;

    /// <summary>The server check: gives back what it brought.</summary>
    public WeChatReply Check(WeChatCall call) => _gate.IsServerCheck(call) ? WeChatReply.Text(call.EchoStr!) : Refuse(WeChatRefusal.Signature);

    /// <summary>The refusal of a call whose body need not be read; null when it has to be.</summary>
    public WeChatReply? Refuse(WeChatCall call) => _gate.Refuse(call) is { } refusal ? Refuse(refusal) : null;

    /// <summary>The refusal of a body above <see cref="LargestBody"/>.</summary>
    public WeChatReply RefuseTooLarge() => Refuse(WeChatRefusal.TooLarge);

    /// <summary>Takes a message or an event that <see cref="Refuse(WeChatCall)"/> let pass.</summary>
    public async Task<WeChatReply> ReceiveAsync(WeChatCall call, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var start = _time.GetTimestamp();
        var opened = _gate.Open(call, body);
        if (opened.Message is not { } message)
            return Refuse(opened.Refusal!.Value);
        _metrics.Received(message);
        var delivery = new Delivery(
            WeChatAdapter.Channel, message.FromUserName, message.RepetitionKey, $"{call.Timestamp}\n{call.Nonce}", opened.Xml, _options.AnswerWithin + Overtime);
        var arrival = await _inbound.BeginAsync(delivery, cancellation);
        if (arrival.Kind == ArrivalKind.Replayed)
            return Refuse(WeChatRefusal.Replay);
        var (kind, text) = arrival.Kind == ArrivalKind.First
            ? await AnswerAsync(message, arrival, start, cancellation)
            : await RepeatAsync(message, delivery, arrival.Id, start, cancellation);
        _metrics.Replied(kind, _time.GetElapsedTime(start));
        return text is null ? WeChatReply.Success : _gate.Reply(call, message, text);
    }

    private WeChatReply Refuse(WeChatRefusal refusal)
    {
        _metrics.Refused(refusal);
        _logger.LogWarning("A call to the WeChat address was refused: {Reason}", refusal);
        return WeChatReply.Refused(refusal);
    }

    private async Task<(string Kind, string? Text)> AnswerAsync(WeChatMessage message, Arrival arrival, long start, CancellationToken cancellation)
    {
        var ticket = _work.Begin(message, arrival);
        if (await EndsInTimeAsync(ticket.Reply, start, cancellation) || !ticket.GoOnWithout())
        {
            var text = await ticket.Reply;
            return (text is null ? "nothing" : "answer", text);
        }

        _work.NoteLater(arrival);
        return ("later", null);
    }

    private async Task<bool> EndsInTimeAsync(Task work, long start, CancellationToken cancellation)
    {
        var left = _options.AnswerWithin - _time.GetElapsedTime(start);
        if (left > TimeSpan.Zero && !work.IsCompleted)
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(work, Task.Delay(left, _time, waiting.Token));
            await waiting.CancelAsync();
            // WeChat has hung up: the answer is for its next try.
            cancellation.ThrowIfCancellationRequested();
        }

        return work.IsCompleted;
    }

    /// <summary>What another try of the same message was answered; waits for it as long as there is time.</summary>
    private async Task<(string Kind, string? Text)> RepeatAsync(WeChatMessage message, Delivery delivery, string id, long start, CancellationToken cancellation)
    {
        while (true)
        {
            var progress = await _inbound.FindAsync(id, cancellation);
            if (progress is { State: InboundState.Working, IsAbandoned: true })
            {
                var arrival = await _inbound.BeginAsync(delivery, cancellation);
                if (arrival.Kind == ArrivalKind.First)
                    return await AnswerAsync(message, arrival, start, cancellation);
            }

            if (progress is not { State: InboundState.Working } || _time.GetElapsedTime(start) >= _options.AnswerWithin)
                return ("repeated", progress?.Reply);
            await Task.Delay(Pause, _time, cancellation);
        }
    }
}
