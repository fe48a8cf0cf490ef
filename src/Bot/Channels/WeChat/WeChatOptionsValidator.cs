using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>Names every wrong setting by its path, all at once.</summary>
internal sealed class WeChatOptionsValidator : IValidateOptions<WeChatOptions>
{
    private const int AesKeyCharacters = 43;

    // WeChat's own limit; the reply has to travel too.
    private static readonly TimeSpan HangsUpAfter = TimeSpan.FromSeconds(5);

    public ValidateOptionsResult Validate(string? name, WeChatOptions options)
    {
        var faults = options.IsOn ? Identity(options).Concat(Templates(options)).Concat(Limits(options)).ToList() : [.. Limits(options)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Identity(WeChatOptions options)
    {
        if (options.Token.Length is < 3 or > 32 || !options.Token.All(char.IsAsciiLetterOrDigit))
            yield return "WeChat:Token：要和公众平台里的令牌一样，是 3 到 32 个字母或数字";
        if (options.AppId.Length == 0)
            yield return "WeChat:AppId：没有写公众号的 AppID";
        if (options.EncodingAesKey.Length > 0 && (options.EncodingAesKey.Length != AesKeyCharacters || !options.EncodingAesKey.All(char.IsAsciiLetterOrDigit)))
            yield return "WeChat:EncodingAesKey：消息加解密密钥是 43 个字母或数字；不用加密就留空";
        if (options.RequireEncryption && options.EncodingAesKey.Length == 0)
            yield return "WeChat:RequireEncryption：只收加密消息时，要写 WeChat:EncodingAesKey";
    }

    private static IEnumerable<string> Templates(WeChatOptions options) => options.Templates
        .Where(template => string.IsNullOrWhiteSpace(template.Value.Id) || string.IsNullOrWhiteSpace(template.Value.Field))
        .Select(template => $"WeChat:Templates:{template.Key}：要写 Id（模板 ID）和 Field（放文字的字段名）");

    private static IEnumerable<string> Limits(WeChatOptions options)
    {
        if (!IsWeb(options.ApiBase))
            yield return "WeChat:ApiBase：要是 http 或 https 开头的完整地址";
        if (options.PageUrl is { } page && !IsWeb(page))
            yield return "WeChat:PageUrl：要是 http 或 https 开头的完整地址，不发网页链接就留空";
        if (options.AnswerWithin <= TimeSpan.Zero || options.AnswerWithin >= HangsUpAfter)
            yield return "WeChat:AnswerWithin：要大于 0 秒、小于 5 秒（微信只等 5 秒）";
        if (options.AnswerLaterWithin <= options.AnswerWithin)
            yield return "WeChat:AnswerLaterWithin：要比 WeChat:AnswerWithin 长";
        if (options.AnswersAtOnce is < 1 or > 10_000)
            yield return "WeChat:AnswersAtOnce：要在 1 到 10000 之间";
        if (options.OldestTimestamp <= TimeSpan.Zero)
            yield return "WeChat:OldestTimestamp：要大于 0";
        // What is forgotten while its signature is still good could be played again.
        if (options.RememberMessages < 2 * options.OldestTimestamp)
            yield return "WeChat:RememberMessages：至少是 WeChat:OldestTimestamp 的两倍";
        if (options.LargestBody is < 1024 or > 64 * 1024)
            yield return "WeChat:LargestBody：要在 1024 到 65536 字节之间";
        if (options.LongestText is < 64 or > 2048)
            yield return "WeChat:LongestText：要在 64 到 2048 字节之间";
        if (options.NearestPlaces is < 1 or > 10)
            yield return "WeChat:NearestPlaces：要在 1 到 10 之间";
        if (options.AttemptTimeout < TimeSpan.FromMilliseconds(10) || options.AttemptTimeout > TimeSpan.FromMinutes(1))
            yield return "WeChat:AttemptTimeout：要在 0.01 秒到 1 分钟之间";
        if (options.Retries is < 0 or > 10)
            yield return "WeChat:Retries：要在 0 到 10 之间";
        if (options.RetryDelay < TimeSpan.Zero || options.RetryDelay > TimeSpan.FromMinutes(1))
            yield return "WeChat:RetryDelay：要在 0 到 1 分钟之间";
        if (options.SendEvery < TimeSpan.FromMilliseconds(10) || options.SendEvery > TimeSpan.FromMinutes(5))
            yield return "WeChat:SendEvery：要在 0.01 秒到 5 分钟之间";
    }

    private static bool IsWeb(Uri address) => address.IsAbsoluteUri && address.Scheme is "http" or "https";
}
