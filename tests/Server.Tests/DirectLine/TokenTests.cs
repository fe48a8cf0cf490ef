using LegalService.Server.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Tests.DirectLine;

public sealed class TokenTests
{
    [Fact]
    public async Task Without_the_secret_only_the_sites_own_pages_get_a_token()
    {
        await using var server = await LegalServer.StartAsync();
        using var own = await server.GenerateAsync(site: "same-origin");
        Assert.Equal(1800, (await own.ReadJsonAsync()).GetProperty("expires_in").GetInt32());
        await (await server.GenerateAsync("https://elsewhere.example")).AssertErrorAsync(403, "BadArgument");
        await (await server.GenerateAsync("null")).AssertErrorAsync(403, "BadArgument");
        await (await server.GenerateAsync(site: "cross-site")).AssertErrorAsync(403, "BadArgument");
        await (await server.GenerateAsync(site: "same-site")).AssertErrorAsync(403, "BadArgument");
        await (await server.CallAsync(HttpMethod.Post, "/tokens/generate", null)).AssertErrorAsync(403, "BadArgument");
        await (await server.CallAsync(HttpMethod.Post, "/tokens/generate", "no-secret-is-set")).AssertErrorAsync(403, "BadArgument");
    }

    [Fact]
    public async Task A_page_comes_back_to_its_own_conversation_by_a_cookie_no_script_can_read()
    {
        await using var server = await LegalServer.StartAsync();
        using var first = await server.GenerateAsync();
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.All(["httponly", "samesite=strict", "path=/v3/directline/tokens"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        var given = await first.ReadJsonAsync();
        using var started = await server.CallAsync(HttpMethod.Post, "/conversations", given.Text("token"));
        var conversationId = given.Text("conversationId");

        using var again = await server.GenerateAsync(body: new { conversationId });
        using var cleared = await server.GenerateAsync(body: new { conversationId, isStranger = true });
        using var stranger = await server.GenerateAsync(body: new { conversationId });

        Assert.Equal(conversationId, (await again.ReadJsonAsync()).Text("conversationId"));
        Assert.NotEqual(conversationId, (await cleared.ReadJsonAsync()).Text("conversationId"));
        Assert.NotEqual(conversationId, (await stranger.ReadJsonAsync()).Text("conversationId"));
    }

    [Fact]
    public async Task A_token_that_is_over_foreign_or_missing_is_refused_everywhere()
    {
        await using var server = await LegalServer.StartAsync(("DirectLine:TokenSeconds", "3"));
        var (id, token) = await server.StartConversationAsync();
        await Task.Delay(TimeSpan.FromSeconds(3.2));
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, $"/conversations/{id}"), (HttpMethod.Get, $"/conversations/{id}/activities"), (HttpMethod.Post, $"/conversations/{id}/activities"),
            (HttpMethod.Post, $"/conversations/{id}/upload"),
        })
        {
            // New for each address: it lives as short as the other.
            using var generated = await server.GenerateAsync();
            var other = (await generated.ReadJsonAsync()).Text("token");
            await (await server.CallAsync(method, path, null)).AssertErrorAsync(401, "Unauthorized");
            await (await server.CallAsync(method, path, other)).AssertErrorAsync(403, "BadArgument");
            await (await server.CallAsync(method, path, "nonsense")).AssertErrorAsync(403, "BadArgument");
            await (await server.CallAsync(method, path, token)).AssertErrorAsync(403, "TokenExpired");
        }

        await (await server.CallAsync(HttpMethod.Post, "/tokens/refresh", token)).AssertErrorAsync(403, "TokenExpired");
        await (await server.CallAsync(HttpMethod.Get, $"/conversations/{id}/stream?t={token}", null)).AssertErrorAsync(400, "BadArgument");
    }

    [Fact]
    public async Task The_secret_opens_conversations_and_binds_users_to_tokens()
    {
        await using var server = await LegalServer.StartAsync(("DirectLine:Secret", DirectLineServer.Secret));
        using var started = await server.CallAsync(HttpMethod.Post, "/conversations", DirectLineServer.Secret);
        var id = (await started.ReadJsonAsync()).Text("conversationId");
        using var read = await server.CallAsync(HttpMethod.Get, $"/conversations/{id}/activities", DirectLineServer.Secret);
        Assert.NotEmpty((await read.ReadJsonAsync()).List("activities"));
        var body = System.Net.Http.Json.JsonContent.Create(new { user = new { id = "not-dl" } });
        await (await server.CallAsync(HttpMethod.Post, "/tokens/generate", DirectLineServer.Secret, body)).AssertErrorAsync(400, "BadArgument");
        await (await server.CallAsync(HttpMethod.Post, "/tokens/generate", "a-secret-of-the-tastes")).AssertErrorAsync(403, "BadArgument");
    }

    [Fact]
    public async Task Who_asks_for_tokens_too_often_is_told_in_the_protocols_words()
    {
        await using var server = await LegalServer.StartAsync(("RateLimits:TokensPerMinute", "1"));
        using var first = await server.GenerateAsync();
        var refused = await server.GenerateAsync();
        Assert.True(refused.Headers.Contains("Retry-After"));
        await refused.AssertErrorAsync(429, "RateLimited");
    }

    [Fact]
    public async Task Pages_of_other_sites_may_talk_only_where_the_county_says_so()
    {
        await using var server = await LegalServer.StartAsync(("DirectLine:AllowedOrigins:0", "https://www.example.gov.cn"));
        foreach (var (origin, isAllowed) in new[] { ("https://www.example.gov.cn", true), ("https://elsewhere.example", false) })
        {
            var request = new HttpRequestMessage(HttpMethod.Options, DirectLineServer.Path + "/conversations");
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "authorization");
            using var response = await server.Client.SendAsync(request);
            Assert.Equal(isAllowed, response.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
        }
    }

    [Theory]
    [InlineData("DirectLine:Secret", "short")]
    [InlineData("DirectLine:TokenSeconds", "0")]
    [InlineData("Conversations:KeepDays", "0")]
    [InlineData("Bot:RememberedExchanges", "-1")]
    public void A_setting_that_cannot_be_is_named_at_the_start(string setting, string value)
    {
        // A server that did not start has put itself away.
        var server = LegalServer.Prepare((setting, value));
        var failure = Assert.ThrowsAny<Exception>(server.Start);
        Assert.Contains(setting, (failure as OptionsValidationException ?? failure.GetBaseException()).Message, StringComparison.Ordinal);
    }
}
