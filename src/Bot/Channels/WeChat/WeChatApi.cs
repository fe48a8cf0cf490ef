using LegalService.Casework.Conversations;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>What this service asks of WeChat. Every answer is a value; nothing is thrown for what WeChat or the network does. Thread safe.</summary>
public sealed class WeChatApi
{
    private readonly WeChatHttp _http;
    private readonly WeChatTokens _tokens;
    private readonly IOptions<WeChatOptions> _options;

    internal WeChatApi(WeChatHttp http, WeChatTokens tokens, IOptions<WeChatOptions> options) => (_http, _tokens, _options) = (http, tokens, options);

    /// <summary>Sends a customer-service message (客服消息): within 48 hours of the citizen's last message.</summary>
    /// <param name="openId">The citizen.</param>
    /// <param name="text">At most 2,048 bytes of UTF-8.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public Task<WeChatResult> SendTextAsync(string openId, string text, CancellationToken cancellation) =>
        CallAsync("cgi-bin/message/custom/send", new { touser = openId, msgtype = "text", text = new { content = text } }, cancellation);

    /// <summary>Sends a subscription message (订阅通知): at any time, to who has agreed to its template.</summary>
    /// <param name="openId">The citizen.</param>
    /// <param name="template">Id of the template on the account.</param>
    /// <param name="page">What a tap on it opens; null opens nothing.</param>
    /// <param name="values">The template's fields.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public Task<WeChatResult> SendSubscriptionAsync(
        string openId, string template, Uri? page, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        var data = values.ToDictionary(field => field.Key, field => new { value = field.Value }, StringComparer.Ordinal);
        return CallAsync("cgi-bin/message/subscribe/bizsend", new { touser = openId, template_id = template, page = page?.ToString() ?? "", data }, cancellation);
    }

    /// <summary>Replaces the account's menu.</summary>
    /// <param name="menu">What the menu holds.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public Task<WeChatResult> SetMenuAsync(WeChatMenu menu, CancellationToken cancellation) =>
        CallAsync("cgi-bin/menu/create", menu.ToRequest(_options.Value.PageUrl), cancellation);

    private async Task<WeChatResult> CallAsync(string path, object body, CancellationToken cancellation)
    {
        AccessToken? refused = null;
        while (true)
        {
            var token = await _tokens.GetAsync(refused, cancellation);
            if (!token.Succeeded)
                return token.Failure.Details.GetValueOrDefault("result") as WeChatResult ?? new WeChatResult(WeChatOutcome.Busy);
            var (result, _) = await _http.PostAsync($"{path}?access_token={Uri.EscapeDataString(token.Value.Value)}", body, cancellation);
            if (result.Outcome != WeChatOutcome.TokenRefused || refused is not null)
                return result;
            refused = token.Value;
        }
    }
}
