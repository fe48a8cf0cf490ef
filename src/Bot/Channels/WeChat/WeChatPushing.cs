using LegalService.Bot.Activities;
using LegalService.Bot.Handovers;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>What a clerk says, as customer-service messages.</summary>
internal sealed class WeChatPushing(WeChatContent content, WeChatSending sending, IOptions<WeChatOptions> options) : IPushedChannel
{
    public string Name => WeChatAdapter.Channel;

    public IReadOnlyList<string> Texts(IReadOnlyList<Activity> activities) => MessageSplitter.Split(content.Rendering.Render(activities).Text, options.Value.LongestText);

    public Task SendAsync(string conversation, CancellationToken cancellation) => sending.SendConversationAsync(conversation, cancellation);
}
