using LegalService.EndToEnd.Support;

namespace LegalService.EndToEnd;

/// <summary>WeChat's safe mode as another's implementation speaks it, against the real server.</summary>
public sealed class WeChatClientTests
{
    private const string Token = "tokenOfTheStage";
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const string AppId = "wx0123456789abcdef";

    [Fact]
    public async Task An_account_in_safe_mode_exchanges_a_thousand_messages_and_hostile_ones_are_refused()
    {
        await using var server = await ServerProcess.StartAsync("--WeChat:Token", Token, "--WeChat:EncodingAesKey", Key, "--WeChat:AppId", AppId, "--WeChat:RequireEncryption", "true");
        foreach (var scenario in (string[])["exchanges a thousand messages", "refuses hostile bodies"])
            await NodeClient.RunAsync("wechat.mjs", scenario, server.Address.ToString(), Token, Key, AppId);
    }
}
