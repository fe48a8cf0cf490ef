using System.Globalization;
using LegalService.Casework;
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

    /// <summary>
    /// Asks WeChat for a token, so that an administrator sees whether the account's settings are right. Failures: <c>wechat.none</c> (no account is set up), and
    /// the codes of <see cref="WeChatResult"/>, each with what to do.
    /// </summary>
    public async Task<Result<bool>> TryAsync(CancellationToken cancellation)
    {
        if (_options.Value.AppId.Length == 0 || _options.Value.AppSecret.Length == 0)
            return new Failure("wechat.none", "还没有设置公众号（WeChat:AppId、WeChat:AppSecret）。");
        var tried = await _tokens.TryAsync(cancellation);
        if (tried.Succeeded)
            return tried;
        var result = tried.Failure.Details.GetValueOrDefault("result") as WeChatResult;
        return new Failure(tried.Failure.Code, result?.Outcome switch
        {
            WeChatOutcome.CredentialsWrong => "AppId 或者 AppSecret 不对。请到公众平台核对。",
            WeChatOutcome.AddressNotListed => "本服务器的地址不在公众号的 IP 白名单里。请到公众平台加上。",
            WeChatOutcome.DayQuotaUsedUp => "公众号今天的调用次数用完了，明天再试。",
            WeChatOutcome.Unreachable => "连不上微信的服务器。请检查网络和 WeChat:ApiBase。",
            WeChatOutcome.Busy => "微信正忙，请过一会儿再试。",
            _ => string.Create(CultureInfo.InvariantCulture, $"微信没有给访问令牌（错误码 {result?.ErrorCode ?? 0}）。"),
        });
    }

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
