using LegalService.Bot.Channels.DirectLine;
using LegalService.Bot.Channels.WeChat;
using LegalService.Casework.Notifications.Sending;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Dialogue;

/// <summary>What a channel can do, as far as a dialog has to know. Thread safe.</summary>
internal sealed class ChannelTraits(IEnumerable<INotificationChannel> channels, IOptions<WeChatOptions> weChat)
{
    private readonly HashSet<string> _notifying = [.. channels.Select(channel => channel.Name)];

    /// <summary>The address of the pages as citizens reach them; empty when it is not known.</summary>
    public string Page => weChat.Value.PageUrl?.ToString() ?? "";

    /// <summary>Whether a file can be sent with a message.</summary>
    public static bool TakesFiles(string? channel) => channel == DirectLineOptions.Channel;

    /// <summary>Whether a citizen can be told of something later.</summary>
    public bool Notifies(string? channel) => channel is not null && _notifying.Contains(channel);
}
