using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace LegalService.Bot.Tests.Channels.WeChat;

/// <summary>A message that was sent to a citizen.</summary>
public sealed record SentText(string OpenId, string Text);

/// <summary>api.weixin.qq.com as far as the channel needs it, with its bad days. Tokens are checked as WeChat does.</summary>
public sealed class WeChatSite : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly ConcurrentQueue<Func<ResponseMessage>> _faults = new();
    private readonly Lock _lock = new();
    private int _tokens;

    public WeChatSite() => _server.Given(Request.Create().UsingPost()).RespondWith(Response.Create().WithCallback(Answer));

    public Uri Address => new(_server.Urls[0] + "/");

    /// <summary>What reached citizens, in order.</summary>
    public ConcurrentQueue<SentText> Sent { get; } = new();

    /// <summary>Bodies of all calls but those for tokens: path and JSON.</summary>
    public ConcurrentQueue<(string Path, string Body, IRequestMessage Request)> Calls { get; } = new();

    /// <summary>How often a token was asked for, and how often by force.</summary>
    public (int All, int Forced) TokenCalls { get; private set; }

    /// <summary>The token that is good now.</summary>
    public string Token => $"token-{_tokens}";

    public string AppSecret { get; } = "secret-of-the-account";

    /// <summary>How long a call for a token takes.</summary>
    public TimeSpan TokenDelay { get; set; }

    /// <summary>What an answered call of a token tells of its life, in seconds.</summary>
    public int TokenLife { get; set; } = 7200;

    /// <summary>Ends the token as WeChat does when somebody else fetches one by force.</summary>
    public void EndToken() => Interlocked.Increment(ref _tokens);

    /// <summary>The next call that is not for a token gets this.</summary>
    public WeChatSite Fail(int errorCode)
    {
        _faults.Enqueue(() => Json(new { errcode = errorCode, errmsg = "no" }));
        return this;
    }

    /// <summary>The same with any status and body.</summary>
    public WeChatSite Fail(int status, string body)
    {
        _faults.Enqueue(() => Text(status, body));
        return this;
    }

    public void Dispose() => _server.Dispose();

    private ResponseMessage Answer(IRequestMessage request)
    {
        if (request.Path == "/cgi-bin/stable_token")
            return GiveToken(request);
        lock (_lock)
        {
            Calls.Enqueue((request.Path, request.Body!, request));
            if (_faults.TryDequeue(out var fault))
                return fault();
            if (request.Query!["access_token"][0] != Token)
                return Json(new { errcode = 40001, errmsg = "invalid credential, access_token is invalid or not latest" });
            if (request.Path == "/cgi-bin/message/custom/send")
            {
                using var body = JsonDocument.Parse(request.Body!);
                Sent.Enqueue(new SentText(body.RootElement.GetProperty("touser").GetString()!, body.RootElement.GetProperty("text").GetProperty("content").GetString()!));
            }

            return Json(new { errcode = 0, errmsg = "ok" });
        }
    }

    private ResponseMessage GiveToken(IRequestMessage request)
    {
        using var body = JsonDocument.Parse(request.Body!);
        var force = body.RootElement.GetProperty("force_refresh").GetBoolean();
        lock (_lock)
        {
            TokenCalls = (TokenCalls.All + 1, TokenCalls.Forced + (force ? 1 : 0));
            if (body.RootElement.GetProperty("secret").GetString() != AppSecret)
                return Json(new { errcode = 40125, errmsg = "invalid appsecret" });
            if (force)
                _tokens++;
        }

        Thread.CurrentThread.Join(TokenDelay);
        return Json(new { access_token = Token, expires_in = TokenLife });
    }

    private static ResponseMessage Json(object content) => Text(200, JsonSerializer.Serialize(content));

    private static ResponseMessage Text(int status, string body) => new()
    {
        StatusCode = status,
        Headers = new Dictionary<string, WireMockList<string>>(StringComparer.Ordinal) { ["Content-Type"] = new("application/json; charset=utf-8") },
        BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = body, Encoding = Encoding.UTF8 },
    };
}
