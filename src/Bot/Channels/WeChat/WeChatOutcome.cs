namespace LegalService.Bot.Channels.WeChat;

/// <summary>What WeChat's API said, by name. Its HTTP status is 200 even then; the number stands in <c>errcode</c> (全局返回码说明).</summary>
public enum WeChatOutcome
{
    /// <summary>0: taken.</summary>
    Done,

    /// <summary>40001, 40014, 42001: the access token is not, or no more, good.</summary>
    TokenRefused,

    /// <summary>40013, 40125, 41002, 41004: AppID or AppSecret are wrong.</summary>
    CredentialsWrong,

    /// <summary>40164, 61004: this server's address is not on the account's list (IP 白名单).</summary>
    AddressNotListed,

    /// <summary>40003, 43004: no such citizen, or he no longer follows the account.</summary>
    NotFollowing,

    /// <summary>43101: the citizen has not agreed to such a subscription message.</summary>
    NotAgreed,

    /// <summary>45009: the account's calls of this day are used up.</summary>
    DayQuotaUsedUp,

    /// <summary>45015: more than 48 hours have passed since the citizen's last message.</summary>
    ReplyTimePassed,

    /// <summary>45047: too many messages since the citizen's last one.</summary>
    TooManyMessages,

    /// <summary>48001: the account has no right to this call.</summary>
    NotPermitted,

    /// <summary>-1, 45011: to be tried again later.</summary>
    Busy,

    /// <summary>No answer, no connection, or a server error.</summary>
    Unreachable,

    /// <summary>An answer that is none of WeChat's.</summary>
    Unreadable,

    /// <summary>Any other number.</summary>
    Refused,
}

/// <summary>An answer of WeChat's API.</summary>
/// <param name="Outcome">What it means.</param>
/// <param name="ErrorCode">WeChat's own number; 0 when there was none.</param>
public sealed record WeChatResult(WeChatOutcome Outcome, int ErrorCode = 0)
{
    /// <summary>True when it may go well at another time.</summary>
    public bool IsPassing => Outcome is WeChatOutcome.Busy or WeChatOutcome.Unreachable or WeChatOutcome.Unreadable
        or WeChatOutcome.TokenRefused or WeChatOutcome.AddressNotListed or WeChatOutcome.CredentialsWrong;

    /// <summary>Stable code such as <c>wechat.replyTimePassed</c>.</summary>
    public string Code => "wechat." + char.ToLowerInvariant(Outcome.ToString()[0]) + Outcome.ToString()[1..];

    /// <summary>The meaning of one of WeChat's numbers.</summary>
    internal static WeChatResult Of(int errorCode) => new(
        errorCode switch
        {
            0 => WeChatOutcome.Done,
            40001 or 40014 or 42001 => WeChatOutcome.TokenRefused,
            40013 or 40125 or 41002 or 41004 => WeChatOutcome.CredentialsWrong,
            40164 or 61004 => WeChatOutcome.AddressNotListed,
            40003 or 43004 => WeChatOutcome.NotFollowing,
            43101 => WeChatOutcome.NotAgreed,
            45009 => WeChatOutcome.DayQuotaUsedUp,
            45015 => WeChatOutcome.ReplyTimePassed,
            45047 => WeChatOutcome.TooManyMessages,
            48001 => WeChatOutcome.NotPermitted,
            -1 or 45011 => WeChatOutcome.Busy,
            _ => WeChatOutcome.Refused,
        },
        errorCode);
}
