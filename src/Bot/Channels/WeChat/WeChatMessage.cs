namespace LegalService.Bot.Channels.WeChat;

/// <summary>What WeChat tells: a citizen's message or an event. Fields in the protocol's own words (接收普通消息, 接收事件推送).</summary>
internal sealed record WeChatMessage
{
    /// <summary>The official account.</summary>
    public required string ToUserName { get; init; }

    /// <summary>The citizen's open id: personal data.</summary>
    public required string FromUserName { get; init; }

    /// <summary>Seconds since 1970 in UTC.</summary>
    public required long CreateTime { get; init; }

    /// <summary>Such as text, voice, image, location, event.</summary>
    public required string MsgType { get; init; }

    /// <summary>Null for events, which have none.</summary>
    public string? MsgId { get; init; }

    /// <summary>The text of a text message; else null.</summary>
    public string? Content { get; init; }

    /// <summary>What WeChat understood of a voice message. Null when it was not switched on or nothing was understood.</summary>
    public string? Recognition { get; init; }

    /// <summary>Degrees north (Location_X) of a location; else null.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east (Location_Y) of a location; else null.</summary>
    public double? Longitude { get; init; }

    /// <summary>Kind of an event, such as subscribe or CLICK; else null.</summary>
    public string? Event { get; init; }

    /// <summary>Key of the menu entry, its address, or the scene of a scanned code. Null or empty for events without.</summary>
    public string? EventKey { get; init; }

    /// <summary>How a template message ended ("success", "failed:user block", ...); else null.</summary>
    public string? Status { get; init; }

    /// <summary>
    /// What the three tries of one message have in common: the sender and the message's id, or for an event its time and what it is.
    /// </summary>
    public string RepetitionKey => MsgId is not null
        ? string.Join('\n', "message", FromUserName, MsgId)
        : string.Join('\n', "event", FromUserName, CreateTime.ToString(System.Globalization.CultureInfo.InvariantCulture), Event, EventKey);
}
