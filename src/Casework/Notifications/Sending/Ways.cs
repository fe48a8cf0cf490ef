using LegalService.Casework.Notifications.Sms;
using LegalService.Casework.Notifications.Texts;

namespace LegalService.Casework.Notifications.Sending;

/// <summary>One way to send a message to its recipient.</summary>
/// <param name="Name">The name of a channel, or <c>sms</c>.</param>
/// <param name="SendAsync">Sends.</param>
internal sealed record Way(string Name, Func<CancellationToken, Task<SendAnswer>> SendAsync);

/// <summary>Finds the ways to a recipient in the order of preference and consent.</summary>
internal sealed class Ways(IEnumerable<INotificationChannel> channels, SmsGateway gateway, NotificationTexts texts)
{
    public const string Sms = "sms";

    /// <summary>The channel the citizen talks in first, the text message second, unless he or she wants it the other way round. Empty when there is none.</summary>
    public IReadOnlyList<Way> To(OutboxMessage message, OutboxContent content)
    {
        List<Way> ways = [];
        if (!NotificationKinds.ProvesThePhone(message.Kind) && ChannelOf(content.Recipient) is { } channel && content.Recipient.Address is { } address)
        {
            var text = texts.Channel(message.Kind, message.Neutral, content.Values);
            ways.Add(new Way(channel.Name, cancellation => channel.SendAsync(new ChannelMessage(message.Id, address, text, message.Kind), cancellation)));
        }

        if (gateway.IsConfigured && content.Recipient is { AllowsSms: true, Phone: { } phone })
        {
            var text = texts.Sms(message.Kind, message.Neutral, content.Values);
            var sms = new SmsMessage(message.Id, phone, text, message.Neutral ? $"{message.Kind}.neutral" : message.Kind);
            ways.Insert(content.Recipient.PrefersSms ? 0 : ways.Count, new Way(Sms, cancellation => gateway.SendAsync(sms, cancellation)));
        }

        return ways;
    }

    /// <summary>Why there is no way, for the clerk who has to call.</summary>
    public static string WhyNone(Recipient recipient) => recipient switch
    {
        { AllowsSms: true, Phone: not null } => "gateway.none",
        { Phone: not null } => "consent.none",
        { Address: not null } => "channel.none",
        _ => "recipient.none",
    };

    private INotificationChannel? ChannelOf(Recipient recipient) => channels.FirstOrDefault(channel => channel.Name == recipient.Channel);
}
