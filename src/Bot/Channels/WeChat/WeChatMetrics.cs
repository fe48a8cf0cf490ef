using System.Diagnostics.Metrics;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>Figures of the channel. Never who wrote, or what.</summary>
public sealed class WeChatMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "LegalService.WeChat";

    private readonly Counter<long> _refused;
    private readonly Counter<long> _received;
    private readonly Counter<long> _replies;
    private readonly Counter<long> _sent;
    private readonly Histogram<double> _seconds;

    /// <summary>Makes the instruments.</summary>
    public WeChatMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _refused = meter.CreateCounter<long>("wechat_refused", description: "Calls that were refused, by reason");
        _received = meter.CreateCounter<long>("wechat_received", description: "Messages and events by type");
        _replies = meter.CreateCounter<long>("wechat_replies", description: "Replies: answer, later, nothing, repeated");
        _sent = meter.CreateCounter<long>("wechat_sent", description: "Customer-service messages by outcome");
        _seconds = meter.CreateHistogram<double>("wechat_reply_duration", "s", "Time from call to reply");
    }

    internal void Refused(WeChatRefusal refusal) => _refused.Add(1, new KeyValuePair<string, object?>("reason", refusal.ToString()));

    internal void Received(WeChatMessage message) => _received.Add(1, new KeyValuePair<string, object?>("type", Known(message)));

    internal void Replied(string kind, TimeSpan time)
    {
        _replies.Add(1, new KeyValuePair<string, object?>("kind", kind));
        _seconds.Record(time.TotalSeconds);
    }

    internal void Sent(WeChatResult result) => _sent.Add(1, new KeyValuePair<string, object?>("outcome", result.Outcome.ToString()));

    // Only names of the protocol: what comes from outside must not make ever more series.
    private static string Known(WeChatMessage message) => message switch
    {
        { MsgType: "text" or "voice" or "image" or "location" or "video" or "shortvideo" or "link" } => message.MsgType,
        { Event: "subscribe" or "unsubscribe" or "CLICK" or "VIEW" or "SCAN" or "TEMPLATESENDJOBFINISH" } => message.Event,
        _ => "other",
    };
}
