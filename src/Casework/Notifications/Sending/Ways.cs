using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Notifications.Sms;
using LegalService.Casework.Notifications.Texts;

namespace LegalService.Casework.Notifications.Sending;

/// <summary>One way to send a message to its recipient.</summary>
/// <param name="Name">The name of a channel, or <c>sms</c>.</param>
/// <param name="SendAsync">Sends.</param>
internal sealed record Way(string Name, Func<CancellationToken, Task<SendAnswer>> SendAsync);

/// <summary>Finds the ways to a recipient in the order of preference and consent.</summary>
internal sealed class Ways(IEnumerable<INotificationChannel> channels, ChannelLinks links, SmsGateway gateway, NotificationTexts texts)
{
    public const string Sms = "sms";

    /// <summary>The channels the citizen talks in first, the text message second, unless he or she wants it the other way round. Empty when there is none.</summary>
    public async Task<IReadOnlyList<Way>> ToAsync(OutboxMessage message, OutboxContent content, CancellationToken cancellation)
    {
        List<Way> ways = [];
        if (!NotificationKinds.ProvesThePhone(message.Kind))
        {
            var text = texts.Channel(message.Kind, message.Neutral, content.Recipient.Language, content.Values);
            foreach (var (name, address) in await AddressesAsync(message, content.Recipient, cancellation))
            {
                if (channels.FirstOrDefault(channel => channel.Name == name) is { } channel)
                    ways.Add(new Way(name, stop => channel.SendAsync(new ChannelMessage(message.Id, address, text, message.Kind), stop)));
            }
        }

        if (gateway.IsConfigured && content.Recipient is { AllowsSms: true, Phone: { } phone })
        {
            var text = texts.Sms(message.Kind, message.Neutral, content.Recipient.Language, content.Values);
            var sms = new SmsMessage(message.Id, phone, text, message.Neutral ? $"{message.Kind}.neutral" : message.Kind);
            ways.Insert(content.Recipient.PrefersSms ? 0 : ways.Count, new Way(Sms, stop => gateway.SendAsync(sms, stop)));
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

    private async Task<IEnumerable<ChannelAddress>> AddressesAsync(OutboxMessage message, Recipient recipient, CancellationToken cancellation)
    {
        var following = await links.OfAsync(message.Subject, message.Related, cancellation);
        return recipient is { Channel: { } name, Address: { } address } ? following.Prepend(new ChannelAddress(name, address)).Distinct() : following;
    }
}
