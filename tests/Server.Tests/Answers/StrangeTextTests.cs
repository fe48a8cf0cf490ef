using System.Net;
using System.Text.Json;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Answers;

public sealed class StrangeTextTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Question = "邻居把水渠堵了怎么办";

    [Theory]
    [InlineData("\0")]
    [InlineData("\u202E")]
    [InlineData("\u200F\u200E")]
    [InlineData("\u200B\uFEFF")]
    [InlineData("😀👨‍👩‍👧")]
    [InlineData("\r\n\t ")]
    [InlineData("\u0007\u001B[31m")]
    public async Task Characters_that_say_nothing_change_nothing(string noise)
    {
        var answer = await shared.Client.AskAsync(noise + Question + noise);

        Assert.Equal("answered", answer.Text("outcome"));
        Assert.Equal((await shared.Client.AskAsync(Question)).Text("text"), answer.Text("text"));
    }

    [Theory]
    [InlineData("\0\0\0")]
    [InlineData("\u202E\u202D")]
    [InlineData("😀😀😀")]
    [InlineData("🧑‍🌾💧")]
    [InlineData("。，、；：？！")]
    [InlineData("()[]{}<>*&^%$#@")]
    [InlineData("مرحبا كيف حالك")]
    [InlineData("\u0301\u0301\u0301")]
    public async Task A_text_that_is_no_question_is_answered_kindly(string text)
    {
        Assert.Equal("unreadable", (await shared.Client.AskAsync(text)).Text("outcome"));
    }

    [Theory]
    [InlineData("law:* AND (")]
    [InlineData("水渠 AND NOT (堵")]
    [InlineData("水渠^99999 \"堵~")]
    [InlineData("text:水渠 OR *:*")]
    [InlineData("[* TO *] {a TO z}")]
    [InlineData("水渠\\")]
    [InlineData("'; DROP TABLE requests; -- 水渠")]
    [InlineData("水渠' OR '1'='1")]
    [InlineData("<script>alert(1)</script>水渠")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("{{7*7}}${7*7}#{7*7}水渠")]
    [InlineData("../../../../etc/passwd 水渠")]
    [InlineData("${jndi:ldap://example.org/a} 水渠")]
    [InlineData("{question} {law} {article} 水渠")]
    [InlineData("(((((((((((((((((((((((((((((((水渠")]
    [InlineData("第条第条第条第条水渠条例第第第条")]
    public async Task Syntax_of_other_languages_is_only_text(string text)
    {
        var answer = await shared.Client.AskAsync(text);

        Assert.NotEmpty(answer.Text("text"));
        Assert.DoesNotContain("script>", answer.Text("text"), StringComparison.Ordinal);
        Assert.DoesNotContain("49", answer.Text("text"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"question":"\uD800"}""")]
    [InlineData("""{"question":"邻居把水渠\uDC00堵了怎么办"}""")]
    [InlineData("""{"question":"邻居把水渠堵了怎么办\uD83D"}""")]
    public async Task Half_a_character_is_refused_and_breaks_nothing(string body)
    {
        using var response = await shared.Client.PostBodyAsync(body);

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        byte[] body = [.. "{\"question\":\""u8, 0xC0, 0xAF, 0xFF, .. "\"}"u8];
        using var response = await shared.Client.PostBytesAsync(body);

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Fact]
    public async Task Full_width_and_repeated_characters_are_read_as_people_mean_them()
    {
        Assert.Equal("article", (await shared.Client.AskAsync("水渠条例第４条")).Text("outcome"));
        Assert.Equal("answered", (await shared.Client.AskAsync("邻居把水渠堵了怎么办！！！！！！！！！")).Text("outcome"));
    }

    [Fact]
    public async Task Every_character_of_the_basic_plane_can_be_asked()
    {
        var characters = Enumerable.Range(1, 0xFFFF).Select(code => (char)code).Where(c => !char.IsSurrogate(c)).ToArray();
        foreach (var part in characters.Chunk(1990))
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new { question = "水渠" + new string(part) });
            using var response = await shared.Client.PostBytesAsync(body);
            Assert.True(response.IsSuccessStatusCode, $"U+{(int)part[0]:X4} to U+{(int)part[^1]:X4}: {await response.Content.ReadAsStringAsync()}");
        }
    }
}
