using System.Net;
using System.Text;
using LegalService.Support;

namespace LegalService.Server.Tests.WeChat;

public sealed class RefusalTests(SharedAccount shared) : IClassFixture<SharedAccount>
{
    private static readonly WeChatAccount Account = Citizen.Account;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData("signature", "", "Signature")]
    [InlineData("signature", "0123456789abcdef0123456789abcdef01234567", "Signature")]
    [InlineData("nonce", "another", "Signature")]
    [InlineData("timestamp", "1", "Signature")]
    [InlineData("timestamp", "", "Signature")]
    public async Task A_call_whose_signature_is_not_the_accounts_is_refused(string field, string value, string reason)
    {
        var query = Account.Plain(Now);
        query[field] = value;
        await AssertRefusedAsync(query, WeChatAccount.Text("o", "在吗"), HttpStatusCode.Forbidden, reason);
    }

    [Theory]
    [InlineData("signature")]
    [InlineData("timestamp")]
    [InlineData("nonce")]
    public async Task A_call_without_a_part_of_its_signature_is_refused(string field)
    {
        var query = Account.Plain(Now);
        query.Remove(field);
        await AssertRefusedAsync(query, WeChatAccount.Text("o", "在吗"), HttpStatusCode.Forbidden, "Signature");
    }

    [Fact]
    public async Task A_signature_given_twice_is_none()
    {
        var query = Account.Plain(Now);
        using var response = await shared.Client.PostAsync(Citizen.Address(query) + "&signature=" + query["signature"], new StringContent(WeChatAccount.Text("o", "在吗")));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData(-6)]
    [InlineData(6)]
    [InlineData(-60 * 24 * 365)]
    public async Task A_call_whose_time_is_not_now_is_refused(int minutes) =>
        await AssertRefusedAsync(Account.Plain(Now.AddMinutes(minutes)), WeChatAccount.Text("o", "在吗"), HttpStatusCode.Forbidden, "Timestamp");

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("99999999999999999999999")]
    [InlineData("9223372036854775807")]
    public async Task A_signed_time_that_is_none_is_refused(string timestamp)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal) { ["timestamp"] = timestamp, ["nonce"] = "n", ["signature"] = WeChatAccount.Sign(Account.Token, timestamp, "n") };
        await AssertRefusedAsync(query, WeChatAccount.Text("o", "在吗"), HttpStatusCode.Forbidden, "Timestamp");
    }

    [Fact]
    public async Task A_signature_that_was_used_is_good_for_no_other_message()
    {
        var query = Account.Plain(Now);
        var body = WeChatAccount.Text("o-replay", "在吗");
        using var first = await shared.Client.PostAsync(query, body);
        using var again = await shared.Client.PostAsync(query, body);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        await AssertRefusedAsync(query, WeChatAccount.Text("o-replay", "把钱转走"), HttpStatusCode.Forbidden, "Replay");
    }

    [Fact]
    public async Task The_signature_of_a_safe_call_is_good_for_no_plain_message()
    {
        var (query, body) = Account.Safe(WeChatAccount.Text("o-down", "在吗"), Now);
        using var first = await shared.Client.PostAsync(query, body);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        query.Remove("encrypt_type");
        await AssertRefusedAsync(query, WeChatAccount.Text("o-down", "把钱转走"), HttpStatusCode.Forbidden, "Replay");
    }

    [Fact]
    public async Task An_encrypted_body_that_was_changed_is_refused()
    {
        var (query, body) = Account.Safe(WeChatAccount.Text("o", "在吗"), Now);
        var place = body.IndexOf("<Encrypt><![CDATA[", StringComparison.Ordinal) + 40;
        var changed = body[..place] + (body[place] == 'A' ? 'B' : 'A') + body[(place + 1)..];
        await AssertRefusedAsync(query, changed, HttpStatusCode.Forbidden, "Signature");
    }

    [Fact]
    public async Task A_message_encrypted_for_another_account_is_refused()
    {
        var (query, body) = Account.Safe(WeChatAccount.Text("o", "在吗"), Now, forAppId: "wx0000000000000000");
        await AssertRefusedAsync(query, body, HttpStatusCode.Forbidden, "AppId");
    }

    [Fact]
    public async Task What_is_signed_but_was_never_encrypted_is_refused()
    {
        foreach (var text in new[] { "AAAA", "!!!!", new string('A', 64), new string('A', 44) })
        {
            var query = Account.Plain(Now);
            (query["encrypt_type"], query["msg_signature"]) = ("aes", WeChatAccount.Sign(Account.Token, query["timestamp"], query["nonce"], text));
            await AssertRefusedAsync(query, $"<xml><Encrypt>{text}</Encrypt></xml>", HttpStatusCode.Forbidden, "Cipher");
        }
    }

    [Fact]
    public async Task A_body_above_64_KB_is_refused_with_or_without_its_length()
    {
        var large = WeChatAccount.Text("o", new string('x', 70_000));
        await AssertRefusedAsync(Account.Plain(Now), large, HttpStatusCode.BadRequest, "TooLarge");
        using var chunked = new StreamContent(new NoLength(Encoding.UTF8.GetBytes(large)));
        using var response = await shared.Client.PostAsync(Citizen.Address(Account.Plain(Now)), chunked);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Fifty_hostile_bodies_are_refused_and_counted_and_the_next_citizen_is_answered()
    {
        var bodies = HostileBodies.All;
        Assert.True(bodies.Count >= 50);
        using var counted = new Counted(shared.Server, "wechat_refused");
        foreach (var body in bodies)
        {
            using var plain = await shared.Client.PostAsync(Account.Plain(Now), body);
            Assert.Equal((HttpStatusCode.BadRequest, ""), (plain.StatusCode, await plain.Content.ReadAsStringAsync()));
        }

        Assert.Equal(bodies.Count, counted.Values.Count);
        Assert.NotNull(await shared.Client.SayAsync(WeChatAccount.Text("o-next", "谢谢")));
    }

    private async Task AssertRefusedAsync(IReadOnlyDictionary<string, string> query, string body, HttpStatusCode status, string reason)
    {
        using var counted = new Counted(shared.Server, "wechat_refused");
        using var response = await shared.Client.PostAsync(query, body);
        Assert.Equal((status, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal([reason], counted.Values);
    }

    private sealed class NoLength(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
