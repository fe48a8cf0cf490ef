using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>What a clerk can change of the channel: its texts and its menu, read once.</summary>
internal sealed class WeChatContent(IOptions<WeChatOptions> options)
{
    private readonly Lazy<WeChatTexts> _texts = new(() => WeChatFiles.ReadTexts(options.Value.TextsFolder, options.Value.PageUrl));
    private readonly Lazy<WeChatMenu> _menu = new(() => WeChatFiles.ReadMenu(options.Value.TextsFolder));

    public WeChatTexts Texts => _texts.Value;

    public WeChatMenu Menu => _menu.Value;

    public WeChatRendering Rendering => new(Texts, options.Value.PageUrl);
}
