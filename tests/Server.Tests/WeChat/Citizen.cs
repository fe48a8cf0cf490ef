using System.Net;
using System.Text;
using System.Xml.Linq;
using LegalService.Bot.Tests.Channels.WeChat;
using LegalService.Server.Tests.Hosting;
using LegalService.Support;

namespace LegalService.Server.Tests.WeChat;

/// <summary>What WeChat does for a citizen: calls the server over HTTP, signed, plain or in safe mode.</summary>
internal static class Citizen
{
    public static WeChatAccount Account { get; } = new();

    /// <summary>Settings of a server with the account.</summary>
    public static (string Key, string Value)[] Settings(WeChatSite site, params (string Key, string Value)[] further) =>
    [
        ("WeChat:Token", Account.Token),
        ("WeChat:EncodingAesKey", Account.EncodingAesKey),
        ("WeChat:AppId", Account.AppId),
        ("WeChat:AppSecret", site.AppSecret),
        ("WeChat:ApiBase", site.Address.ToString()),
        ("WeChat:SendEvery", "00:00:00.2"),
        .. further,
    ];

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, IReadOnlyDictionary<string, string> query, string body) =>
        client.PostAsync(query, Encoding.UTF8.GetBytes(body));

    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, IReadOnlyDictionary<string, string> query, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "text/xml");
        return await client.PostAsync(Address(query), content);
    }

    /// <summary>Says something in plain mode; null is "success".</summary>
    public static async Task<string?> SayAsync(this HttpClient client, string xml)
    {
        using var response = await client.PostAsync(Account.Plain(TimeProvider.System.GetUtcNow()), xml);
        return await ReadAsync(response, text => text);
    }

    /// <summary>The same in safe mode.</summary>
    public static async Task<string?> SaySafelyAsync(this HttpClient client, string xml)
    {
        var (query, body) = Account.Safe(xml, TimeProvider.System.GetUtcNow());
        using var response = await client.PostAsync(query, body);
        return await ReadAsync(response, Account.Open);
    }

    public static string Address(IReadOnlyDictionary<string, string> query) =>
        "/wechat?" + string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>Waits until so many messages have reached citizens.</summary>
    public static Task<SentText[]> SentAsync(this WeChatSite site, int count) => Eventually.ReadAsync(() => Task.FromResult(site.Sent.ToArray()), sent => sent.Length >= count);

    private static async Task<string?> ReadAsync(HttpResponseMessage response, Func<string, string> open)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        return text == "success" ? null : XElement.Parse(open(text)).Element("Content")!.Value;
    }

}
