using System.Buffers.Text;
using System.Text;
using LegalService.Bot.Channels.DirectLine;
using LegalService.Bot.Tests.Support;

namespace LegalService.Bot.Tests.Channels.DirectLine;

public sealed class DirectLineTokensTests
{
    [Fact]
    public async Task A_token_is_good_for_half_an_hour_and_its_own_use()
    {
        var host = await BotHost.StartAsync();
        var tokens = host.Get<DirectLineTokens>();
        var token = tokens.Give(TokenUse.Conversation, "c", "dl_1");
        Assert.Equal(new DirectLineCaller("c", "dl_1"), tokens.Read(TokenUse.Conversation, token).Value);
        Assert.Equal(DirectLineFailure.BadToken, tokens.Read(TokenUse.Stream, token).Failure);
        Assert.Contains("\"user\":\"dl_1\"", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Split('.')[1])), StringComparison.Ordinal);
        host.Time.Advance(TimeSpan.FromSeconds(1799));
        Assert.Null(tokens.Read(TokenUse.Conversation, token).Failure);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(DirectLineFailure.TokenExpired, tokens.Read(TokenUse.Conversation, token).Failure);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task What_was_changed_or_made_up_is_no_token()
    {
        var host = await BotHost.StartAsync();
        var tokens = host.Get<DirectLineTokens>();
        var token = tokens.Give(TokenUse.Conversation, "c", "dl_1");
        var parts = token.Split('.');
        var forged = Base64Url.EncodeToString("""{"conv":"d","user":"dl_1","use":"Conversation","exp":99999999999}"""u8);
        var unsigned = Base64Url.EncodeToString("""{"alg":"none"}"""u8);
        foreach (var bad in new[] { "", ".", "..", "a.b.c", token[..^1], token + "A", $"{parts[0]}.{forged}.{parts[2]}", $"{unsigned}.{parts[1]}.", new string('a', 10_000), "令.牌.啊" })
            Assert.Equal(DirectLineFailure.BadToken, tokens.Read(TokenUse.Conversation, bad).Failure);
        Assert.False(tokens.IsSecret(""));
        await host.DisposeAsync();
    }
}
