using System.Text.RegularExpressions;
using LegalService.Bot.Tests.Channels.WeChat;
using LegalService.Server.Tests.Hosting;
using LegalService.Server.Tests.Pages;
using LegalService.Support;

namespace LegalService.Server.Tests.WeChat;

public sealed partial class MyLinkTests
{
    [Fact]
    public async Task Who_asks_how_far_his_matter_is_gets_a_link_to_it_that_opens_once()
    {
        using var site = new WeChatSite();
        await using var server = await LegalServer.StartAsync(Citizen.Settings(site, ("WeChat:PageUrl", "https://county.example/")));
        var said = "";
        foreach (var text in new[] { "我想预约法律咨询", "1", "2", "老板欠我三个月工资不给", "1", "跳过", "2", "1", "巴特尔", "13900000102", "1", "1", "2", "查进度" })
            said = await SayAsync(server, site, text);

        var link = Link().Match(said).Value;
        Assert.NotEmpty(link);
        using var browser = new PlainBrowser(server.Client.BaseAddress!);
        await browser.OpenAsync(new Uri(link).PathAndQuery);
        await browser.PressAsync();
        Assert.Contains("法律咨询预约", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(browser.Page.QuerySelector("article.matter a")!.GetAttribute("href")!);
        Assert.NotNull(browser.Page.QuerySelector("a[href$='/data']"));

        using var other = new PlainBrowser(server.Client.BaseAddress!);
        await other.OpenAsync(new Uri(link).PathAndQuery);
        await other.PressAsync();
        Assert.Contains("已经用过", Assert.Single(other.Faults), StringComparison.Ordinal);
    }

    private static async Task<string> SayAsync(LegalServer server, WeChatSite site, string text)
    {
        var before = site.Sent.Count;
        if (await server.Client.SayAsync(WeChatAccount.Text("o-link", text)) is { } reply)
            return reply;
        var sent = await Eventually.ReadAsync(() => Task.FromResult(site.Sent.Skip(before).ToList()), messages => messages.Count > 0);
        return string.Join('\n', sent.Select(message => message.Text));
    }

    [GeneratedRegex("https://county\\.example/my/link/[A-Za-z0-9_-]{43}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();
}
