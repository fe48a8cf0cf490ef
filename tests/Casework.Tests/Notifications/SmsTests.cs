using System.Text.Json;
using LegalService.Casework.Notifications;
using LegalService.Casework.Notifications.Sending;
using LegalService.Casework.Notifications.Sms;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using static LegalService.Casework.Tests.Notifications.NotificationHost;

namespace LegalService.Casework.Tests.Notifications;

public sealed class SmsTests : IDisposable
{
    private static readonly SmsMessage Message = new(new Guid("0199a000-0000-7000-8000-000000000001"), "13800138000", "【县】第一行\n“引号”\\", "request.received");

    private readonly SmsSite _site = new();
    private readonly TestChannel _channel = new();

    [Fact]
    public async Task The_gateway_gets_phone_text_id_and_token_in_json()
    {
        var answer = await SendAsync(options =>
        {
            options.Body = """{"to":"{phone}","text":"{text}","id":"{id}","template":"{template}","other":{"x":1}}""";
            options.Headers["Authorization"] = "Bearer {token}";
            options.Headers["X-Message"] = "{id}";
            options.Token = "s3cret";
            options.Templates["request.received"] = "SMS_1";
        });

        Assert.Equal(SendOutcome.Sent, answer.Outcome);
        var request = Assert.Single(_site.Requests);
        Assert.Equal(("POST", "/send"), (request.Method, request.Path));
        Assert.Equal("Bearer s3cret", Assert.Single(request.Headers!["Authorization"]));
        Assert.Equal("0199a000000070008000000000000001", Assert.Single(request.Headers["X-Message"]));
        using var body = JsonDocument.Parse(request.Body!);
        Assert.Equal("13800138000", body.RootElement.GetProperty("to").GetString());
        Assert.Equal(Message.Text, body.RootElement.GetProperty("text").GetString());
        Assert.Equal("0199a000000070008000000000000001", body.RootElement.GetProperty("id").GetString());
        Assert.Equal("SMS_1", body.RootElement.GetProperty("template").GetString());
    }

    [Fact]
    public async Task A_form_is_written_as_a_form()
    {
        await SendAsync(options => (options.ContentType, options.Body, options.Method) = ("application/x-www-form-urlencoded", "mobile={phone}&content={text}&msgid={id}", "PUT"));

        var request = Assert.Single(_site.Requests);
        Assert.Equal("PUT", request.Method);
        Assert.StartsWith("application/x-www-form-urlencoded", Assert.Single(request.Headers!["Content-Type"]), StringComparison.Ordinal);
        var fields = request.Body!.Split('&').Select(field => field.Split('=')).ToDictionary(field => field[0], field => Uri.UnescapeDataString(field[1]), StringComparer.Ordinal);
        Assert.Equal(("13800138000", Message.Text), (fields["mobile"], fields["content"]));
    }

    [Theory]
    [InlineData(200, SendOutcome.Sent, null)]
    [InlineData(202, SendOutcome.Sent, null)]
    [InlineData(409, SendOutcome.Sent, null)]
    [InlineData(400, SendOutcome.Refused, "gateway.400")]
    [InlineData(413, SendOutcome.Refused, "gateway.413")]
    [InlineData(422, SendOutcome.Refused, "gateway.422")]
    [InlineData(302, SendOutcome.TryLater, "gateway.302")]
    [InlineData(401, SendOutcome.TryLater, "gateway.401")]
    [InlineData(404, SendOutcome.TryLater, "gateway.404")]
    [InlineData(408, SendOutcome.TryLater, "gateway.408")]
    [InlineData(429, SendOutcome.TryLater, "gateway.429")]
    [InlineData(500, SendOutcome.TryLater, "gateway.500")]
    [InlineData(503, SendOutcome.TryLater, "gateway.503")]
    public async Task A_status_says_sent_refused_or_later(int status, SendOutcome outcome, string? reason)
    {
        _site.Answers(status, "{}", ("Location", "http://127.0.0.1:1/"), ("Retry-After", "120"));

        var answer = await SendAsync();

        Assert.Equal((outcome, reason), (answer.Outcome, answer.Reason));
        Assert.Single(_site.Requests);
        if (status is 429 or 503)
            Assert.Equal(TimeSpan.FromMinutes(2), answer.RetryAfter);
    }

    [Theory]
    [InlineData("""{"code":0,"msgId":"g-77"}""", SendOutcome.Sent, "g-77", null)]
    [InlineData("""{"code":105,"msgId":"g-77"}""", SendOutcome.Sent, "g-77", null)]
    [InlineData("""{"code":8}""", SendOutcome.TryLater, null, "gateway.busy")]
    [InlineData("""{"code":14}""", SendOutcome.Refused, null, "gateway.refused")]
    [InlineData("", SendOutcome.Refused, null, "gateway.refused")]
    public async Task A_gateway_may_say_in_the_body_what_it_did(string body, SendOutcome outcome, string? foreignId, string? reason)
    {
        _site.Answers(200, body);

        var answer = await SendAsync(options =>
        {
            options.AcceptedPattern = "\"code\":0\\b";
            options.DuplicatePattern = "\"code\":105\\b";
            options.BusyPattern = "\"code\":8\\b";
            options.ForeignIdPattern = "\"msgId\":\"([^\"]+)\"";
        });

        Assert.Equal(new SendAnswer(outcome, reason, foreignId), answer);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_tried_later()
    {
        var answer = await SendAsync(options => options.Url = new Uri("http://127.0.0.1:1/send"));

        Assert.Equal((SendOutcome.TryLater, "gateway.connectionError"), (answer.Outcome, answer.Reason));
    }

    [Fact]
    public async Task A_gateway_that_sends_without_end_fills_no_memory()
    {
        _site.Answers(200, new string('x', 1024 * 1024));

        Assert.Equal(SendOutcome.TryLater, (await SendAsync()).Outcome);
    }

    [Fact]
    public async Task A_slow_gateway_is_given_up_after_its_time_and_asked_later_with_the_same_id()
    {
        _site.IsSlow(TimeSpan.FromSeconds(20));
        await using var host = await StartAsync(StoreProvider.Sqlite, _channel, configure: _site.Set());
        await host.AddAsync(About(NotificationKinds.RequestReceived, ByPhone));

        var sending = host.DispatchAsync();
        while (!sending.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50);
        }

        var row = await host.OnlyOneAsync();
        Assert.Equal((NotificationState.Pending, "gateway.timeout"), (row.State, row.Reason));
        _site.Answers(200);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.DispatchAsync();
        Assert.Equal((NotificationState.Sent, "sms"), ((await host.OnlyOneAsync()).State, (await host.OnlyOneAsync()).Channel));
        Assert.All(_site.Requests, request => Assert.Contains(row.Id.ToString("N"), request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failing_gateway_is_asked_once_more_at_once_with_the_same_id()
    {
        _site.Answers(500);
        await using var host = await StartAsync(StoreProvider.Sqlite, _channel, configure: _site.Set(options => options.Retries = 1));

        var sending = host.Get<SmsGateway>().SendAsync(Message, CancellationToken.None);
        while (!sending.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(10);
        }

        Assert.Equal("gateway.500", (await sending).Reason);
        Assert.Equal(2, _site.Requests.Count);
        Assert.Single(_site.Requests.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task A_gateway_that_fails_again_and_again_is_left_to_rest()
    {
        _site.Answers(500);
        await using var host = await StartAsync(StoreProvider.Sqlite, _channel, configure: _site.Set());
        var gateway = host.Get<SmsGateway>();
        for (var request = 0; request < 20; request++)
            await gateway.SendAsync(Message, CancellationToken.None);

        Assert.Equal("gateway.resting", (await gateway.SendAsync(Message, CancellationToken.None)).Reason);
        Assert.Equal(20, _site.Requests.Count);
    }

    [Fact]
    public void Neither_a_message_nor_its_recipient_writes_itself_out()
    {

        Assert.DoesNotContain("13800138000", $"{Message} {ByPhone} {About(NotificationKinds.RequestReceived, ByPhone)}", StringComparison.Ordinal);
        Assert.DoesNotContain("openid-1", $"{new ChannelMessage(Guid.Empty, "openid-1", "text", "kind")}", StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    private async Task<SendAnswer> SendAsync(Action<SmsOptions>? configure = null)
    {
        await using CaseworkHost host = await StartAsync(StoreProvider.Sqlite, _channel, configure: _site.Set(configure));
        return await host.Get<SmsGateway>().SendAsync(Message, CancellationToken.None);
    }
}
