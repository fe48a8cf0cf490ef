using System.Text.Json;
using LegalService.Casework;
using LegalService.Casework.Conversations;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>Access tokens from <c>/cgi-bin/stable_token</c>: one for all servers, fetched by whoever first needs it.</summary>
internal sealed class WeChatTokens(WeChatHttp http, SharedTokens shared, IOptions<WeChatOptions> options)
{
    private const int UsualLifeSeconds = 7200;

    // A token in use must not end on its way.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>A token that is good as far as is known. A failure's code is that of <see cref="WeChatResult"/>.</summary>
    /// <param name="refused">One that WeChat refused; null at first.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public Task<Result<AccessToken>> GetAsync(AccessToken? refused, CancellationToken cancellation) =>
        shared.GetAsync($"wechat.{options.Value.AppId}", refused, FetchAsync, cancellation);

    /// <summary>Whether WeChat gives a token at this moment, whatever is kept. A failure's code is that of <see cref="WeChatResult"/>.</summary>
    public async Task<Result<bool>> TryAsync(CancellationToken cancellation)
    {
        var fetched = await FetchAsync(force: false, cancellation);
        return fetched.Succeeded ? true : fetched.Failure;
    }

    private async Task<Result<FetchedToken>> FetchAsync(string? refused, CancellationToken cancellation)
    {
        var fetched = await FetchAsync(force: false, cancellation);
        // Without force WeChat gives the same token as long as it would have lived.
        return fetched.Succeeded && fetched.Value.Value == refused ? await FetchAsync(force: true, cancellation) : fetched;
    }

    private async Task<Result<FetchedToken>> FetchAsync(bool force, CancellationToken cancellation)
    {
        var body = new { grant_type = "client_credential", appid = options.Value.AppId, secret = options.Value.AppSecret, force_refresh = force };
        var (result, answer) = await http.PostAsync("cgi-bin/stable_token", body, cancellation);
        if (result.Outcome != WeChatOutcome.Done)
        {
            // Here 40001 says that the AppSecret is wrong.
            var told = result.Outcome == WeChatOutcome.TokenRefused ? result with { Outcome = WeChatOutcome.CredentialsWrong } : result;
            return new Failure(told.Code, "没有取到微信的访问令牌。") { Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["result"] = told } };
        }

        if (answer?.TryGetProperty("access_token", out var given) != true || given.ValueKind != JsonValueKind.String || given.GetString() is not { Length: > 0 } token)
            return Unreadable();
        var seconds = answer.Value.TryGetProperty("expires_in", out var life) && life.TryGetInt32(out var left) ? left : UsualLifeSeconds;
        var goodFor = TimeSpan.FromSeconds(Math.Max(1, seconds));
        return new FetchedToken(token, goodFor > 2 * Margin ? goodFor - Margin : goodFor / 2);
    }

    private static Failure Unreadable()
    {
        var result = new WeChatResult(WeChatOutcome.Unreadable);
        return new Failure(result.Code, "微信的回答读不懂。") { Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["result"] = result } };
    }
}
