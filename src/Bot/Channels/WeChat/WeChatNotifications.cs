using System.Globalization;
using LegalService.Casework.Conversations;
using LegalService.Casework.Notifications.Sending;
using Microsoft.Extensions.Options;
using SendOutcome = LegalService.Casework.Notifications.Sending.SendOutcome;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>
/// Tells citizens of their matters: as a customer-service message while WeChat allows it, else by the subscription message that is set for the kind. The
/// address is the conversation. WeChat knows no id for a repetition, so that one may be seen twice when a server dies in between.
/// </summary>
internal sealed class WeChatNotifications(WeChatApi api, OutgoingMessages outgoing, WeChatMetrics metrics, IOptions<WeChatOptions> options) : INotificationChannel
{
    // WeChat's own limit of a field of text (thing).
    private const int LongestField = 20;

    public string Name => WeChatAdapter.Channel;

    public async Task<SendAnswer> SendAsync(ChannelMessage message, CancellationToken cancellation)
    {
        if (options.Value.AppSecret.Length == 0)
            return new SendAnswer(SendOutcome.Refused, "wechat.noSecret");
        if (await outgoing.AddressAsync(message.Address, cancellation) is not { } openId)
            return new SendAnswer(SendOutcome.Refused, "channel.gone");
        var result = await SendAsync(openId, message, cancellation);
        metrics.Sent(result);
        return result switch
        {
            { Outcome: WeChatOutcome.Done } => new SendAnswer(SendOutcome.Sent),
            { IsPassing: true } => new SendAnswer(SendOutcome.TryLater, result.Code),
            _ => new SendAnswer(SendOutcome.Refused, result.Code),
        };
    }

    private async Task<WeChatResult> SendAsync(string openId, ChannelMessage message, CancellationToken cancellation)
    {
        // A notification is one message: its texts are short, and half of it would be worse than none.
        var text = MessageSplitter.Split(PlainText.Clean(message.Text), options.Value.LongestText)[0];
        var result = await api.SendTextAsync(openId, text, cancellation);
        if (result.Outcome is not (WeChatOutcome.ReplyTimePassed or WeChatOutcome.TooManyMessages) || !options.Value.Templates.TryGetValue(message.Kind, out var template))
            return result;
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [template.Field] = Shorten(text) };
        return await api.SendSubscriptionAsync(openId, template.Id, options.Value.PageUrl, values, cancellation);
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        var characters = StringInfo.ParseCombiningCharacters(line);
        return characters.Length <= LongestField ? line : line[..characters[LongestField - 1]] + "…";
    }
}
