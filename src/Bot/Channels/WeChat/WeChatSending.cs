using LegalService.Casework.Conversations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>Sends what is not said in a reply, as customer-service messages. Thread safe.</summary>
internal sealed class WeChatSending(OutgoingMessages outgoing, WeChatApi api, WeChatMetrics metrics, IOptions<WeChatOptions> options, ILogger<WeChatSending> logger)
{
    private const int MostAttempts = 8;

    // Longer than all tries of one call together.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>Sends what was put down for a conversation.</summary>
    public Task<int> SendConversationAsync(string conversationId, CancellationToken cancellation) =>
        outgoing.SendConversationAsync(conversationId, Lease, SendAsync, cancellation);

    /// <summary>Sends everything that is due and at no other server's hand.</summary>
    public Task<int> SendDueAsync(CancellationToken cancellation) => outgoing.SendDueAsync(WeChatAdapter.Channel, Lease, SendAsync, cancellation);

    private async Task<Sending> SendAsync(OutgoingText text, CancellationToken cancellation)
    {
        if (options.Value.AppSecret.Length == 0)
            return new Sending(SendOutcome.Never, "wechat.noSecret");
        var result = await api.SendTextAsync(text.User, text.Text, cancellation);
        metrics.Sent(result);
        if (result.Outcome == WeChatOutcome.Done)
            return new Sending(SendOutcome.Sent);
        logger.LogWarning("A customer-service message was not taken: {Outcome} ({ErrorCode}), try {Attempt}", result.Outcome, result.ErrorCode, text.Attempts + 1);
        if (!result.IsPassing || text.Attempts + 1 >= MostAttempts)
            return new Sending(SendOutcome.Never, result.Code);
        var pause = FirstPause * Math.Pow(2, text.Attempts);
        return new Sending(SendOutcome.Again, result.Code, pause < LongestPause ? pause : LongestPause);
    }
}
