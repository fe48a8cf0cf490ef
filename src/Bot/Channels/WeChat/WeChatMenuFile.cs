using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>The menu as the clerks wrote it.</summary>
public sealed class WeChatMenuFile
{
    private readonly IOptions<WeChatOptions> _options;

    internal WeChatMenuFile(IOptions<WeChatOptions> options) => _options = options;

    /// <summary>Reads <c>wechat-menu.yaml</c>.</summary>
    /// <exception cref="InvalidDataException">It is missing, or breaks a rule of WeChat's; all mistakes are named.</exception>
    public WeChatMenu Read() => WeChatFiles.ReadMenu(_options.Value.TextsFolder);
}
