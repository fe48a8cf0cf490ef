using LegalService.Bot.Channels.WeChat;

namespace LegalService.Server.Hosting;

/// <summary><c>dotnet run --project src/Server -- wechat-menu</c>: puts the menu of <c>corpus/answers/wechat-menu.yaml</c> on the official account.</summary>
internal static class WeChatMenuCommand
{
    private const string Name = "wechat-menu";

    public static bool IsAskedFor(string[] args) => args is [Name, ..];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(WebApplication app)
    {
        if (!app.Services.GetRequiredService<WeChatChannel>().IsOn)
        {
            await Console.Error.WriteLineAsync("没有设置公众号：要写 WeChat:Token、WeChat:AppId 和 WeChat:AppSecret。");
            return 1;
        }

        // The store holds the access token that all servers share; nothing else of the server is started.
        foreach (var start in app.Services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await start.StartingAsync(CancellationToken.None);
        var result = await app.Services.GetRequiredService<WeChatApi>().SetMenuAsync(app.Services.GetRequiredService<WeChatMenuFile>().Read(), CancellationToken.None);
        if (result.Outcome == WeChatOutcome.Done)
        {
            Console.WriteLine("菜单已经发布。居民手机上最多一天后看到新菜单；取消关注再关注，马上就能看到。");
            return 0;
        }

        await Console.Error.WriteLineAsync($"菜单没有发布：{result.Code}（微信的代码 {result.ErrorCode}）。{Advice(result.Outcome)}");
        return 1;
    }

    private static string Advice(WeChatOutcome outcome) => outcome switch
    {
        WeChatOutcome.CredentialsWrong => "请核对 WeChat:AppId 和 WeChat:AppSecret。",
        WeChatOutcome.AddressNotListed => "请把本机的公网地址加进公众平台的 IP 白名单。",
        WeChatOutcome.NotPermitted => "这个公众号没有自定义菜单的权限，请先认证。",
        WeChatOutcome.Unreachable or WeChatOutcome.Unreadable => "请检查网络和 WeChat:ApiBase。",
        _ => "请过一会儿再试。",
    };
}
