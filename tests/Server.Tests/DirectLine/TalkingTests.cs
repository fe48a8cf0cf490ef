using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.DirectLine;

public sealed class TalkingTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Canal = "邻居把水渠堵了怎么办";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private LegalServer Server => shared.Server;

    [Fact]
    public async Task What_is_said_is_kept_out_of_the_log()
    {
        var (id, token) = await Server.StartConversationAsync();
        using var said = await Server.SayAsync(id, token, "我叫张某某，电话13800138000，" + Canal);
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        Assert.Equal(2, (await Server.ReadActivitiesAsync(id, token)).Count);
        Assert.DoesNotContain(Server.Log.Lines, line => line.Contains("13800138000", StringComparison.Ordinal) || line.Contains("水渠堵了", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"text":"没有类型"}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"message","entities":{"a":1}}""")]
    public async Task What_is_no_activity_is_refused(string body)
    {
        var (id, token) = await Server.StartConversationAsync();
        var response = await Server.CallAsync(
            HttpMethod.Post, $"/conversations/{id}/activities", token, new StringContent(body, Encoding.UTF8, "application/json"));
        await response.AssertErrorAsync(400, "BadArgument");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var (id, token) = await Server.StartConversationAsync();
        await (await Server.SayAsync(id, token, new string('大', 70_000))).AssertErrorAsync(413, "MessageSizeTooBig");
    }

    [Fact]
    public async Task A_file_is_judged_by_its_content_and_opened_by_its_address_alone()
    {
        var (id, token) = await Server.StartConversationAsync();
        using var uploaded = await UploadAsync(id, token, Png, "text/html", "../../欠条.html");
        Assert.Equal(HttpStatusCode.OK, uploaded.StatusCode);
        var attachment = Assert.Single((await Server.ReadActivitiesAsync(id, token))[0].List("attachments"));
        Assert.Equal("image/png", attachment.Text("contentType"));
        using var file = await Server.Client.GetAsync(attachment.Text("contentUrl"));
        Assert.Equal(Png, await file.Content.ReadAsByteArrayAsync());
        Assert.Contains("sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        await (await Server.Client.GetAsync(attachment.Text("contentUrl").Split('?')[0])).AssertErrorAsync(403, "BadArgument");
    }

    [Fact]
    public async Task Programs_pages_and_giants_are_not_taken()
    {
        var (id, token) = await Server.StartConversationAsync();
        await (await UploadAsync(id, token, "<script>alert(1)</script>"u8.ToArray(), "image/png", "a.png")).AssertErrorAsync(415, "BadArgument");
        await (await UploadAsync(id, token, "MZ program"u8.ToArray(), "image/png", "a.png")).AssertErrorAsync(415, "BadArgument");
        await (await UploadAsync(id, token, [.. Png, .. new byte[4 * 1024 * 1024]], "image/png", "a.png")).AssertErrorAsync(413, "MessageSizeTooBig");
    }

    [Fact]
    public async Task A_stream_goes_on_after_its_watermark_and_its_address_is_for_its_conversation()
    {
        var (id, token) = await Server.StartConversationAsync();
        using var reconnected = await Server.CallAsync(HttpMethod.Get, $"/conversations/{id}?watermark=2", token);
        var streamUrl = (await reconnected.ReadJsonAsync()).Text("streamUrl");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(streamUrl), CancellationToken.None);
        using var said = await Server.SayAsync(id, token, Canal);

        var frames = new StringBuilder();
        var buffer = new byte[64 * 1024];
        while (!frames.ToString().Contains("三天内挖开", StringComparison.Ordinal))
        {
            var received = await socket.ReceiveAsync(buffer, new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
            frames.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }

        Assert.DoesNotContain("您好", frames.ToString(), StringComparison.Ordinal);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        var (other, _) = await Server.StartConversationAsync();
        using var foreign = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(
            () => foreign.ConnectAsync(new Uri(streamUrl.Replace(id, other, StringComparison.Ordinal)), CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfAsync(streamUrl.Replace(id, other, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_conversation_that_is_not_there_is_not_found()
    {
        using var generated = await Server.GenerateAsync();
        var given = await generated.ReadJsonAsync();
        await (await Server.SayAsync(given.Text("conversationId"), given.Text("token"), "话")).AssertErrorAsync(404, "ConversationNotFound");
    }

    private static async Task<HttpStatusCode> StatusOfAsync(string address)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(address), CancellationToken.None));
        return socket.HttpStatusCode;
    }

    private Task<HttpResponseMessage> UploadAsync(string id, string token, byte[] content, string type, string name)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        var form = new MultipartFormDataContent { { file, "file", name } };
        return Server.CallAsync(HttpMethod.Post, $"/conversations/{id}/upload", token, form);
    }
}
