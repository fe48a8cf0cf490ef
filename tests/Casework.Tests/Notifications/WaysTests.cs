using LegalService.Casework.Notifications;
using LegalService.Casework.Notifications.Sending;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static LegalService.Casework.Tests.Notifications.NotificationHost;

namespace LegalService.Casework.Tests.Notifications;

public sealed class WaysTests : IDisposable
{
    private readonly SmsSite _site = new();
    private readonly TestChannel _channel = new();

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_channel_the_citizen_talks_in_comes_before_the_text_message(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel, configure: _site.Set());
        await host.AddAsync(About(NotificationKinds.RequestReceived, OnWeChat));

        await host.DispatchAsync();

        Assert.Equal("openid-1", Assert.Single(_channel.Received).Address);
        Assert.Contains("申请法律援助", _channel.Received.Single().Text, StringComparison.Ordinal);
        Assert.Empty(_site.Requests);
    }

    [Fact]
    public async Task Who_prefers_a_text_message_gets_one()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite, _channel, configure: _site.Set());
        await host.AddAsync(About(NotificationKinds.RequestReceived, OnWeChat with { PrefersSms = true }));

        await host.DispatchAsync();

        Assert.Empty(_channel.Received);
        Assert.Single(_site.Requests);
    }

    [Fact]
    public async Task When_the_channel_is_gone_the_text_message_follows_at_once()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite, _channel, configure: _site.Set());
        _channel.Answers(SendOutcome.Refused, "channel.gone");
        await host.AddAsync(About(NotificationKinds.RequestReceived, OnWeChat));

        await host.DispatchAsync();

        var row = await host.OnlyOneAsync();
        Assert.Equal((NotificationState.Sent, "sms", "wechat:channel.gone sms:sent"), (row.State, row.Channel, Assert.Single(row.Tries).Outcome));
    }

    [Fact]
    public async Task When_the_channel_is_busy_it_gets_a_second_chance_and_then_the_text_message_follows()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite, _channel, configure: _site.Set());
        _channel.Answers(SendOutcome.TryLater, "channel.busy");
        await host.AddAsync(About(NotificationKinds.RequestReceived, OnWeChat));

        await host.DispatchAsync();
        Assert.Empty(_site.Requests);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.DispatchAsync();

        Assert.Single(_site.Requests);
        Assert.Equal(["wechat:channel.busy", "wechat:channel.busy sms:sent"], (await host.OnlyOneAsync()).Tries.Select(attempt => attempt.Outcome));
    }

    [Theory]
    [InlineData(null, false, null, true, "recipient.none")]
    [InlineData("13800138000", false, null, true, "consent.none")]
    [InlineData("13800138000", true, null, false, "gateway.none")]
    [InlineData(null, false, "telegram", true, "channel.none")]
    public async Task What_cannot_be_sent_is_left_for_a_clerk_with_its_reason(string? phone, bool consent, string? channel, bool gateway, string reason)
    {
        await using var host = await StartAsync(StoreProvider.Sqlite, _channel, configure: gateway ? _site.Set() : null);
        await host.AddAsync(About(NotificationKinds.RequestIncomplete, new Recipient(phone, consent, channel, channel is null ? null : "someone")));

        await host.DispatchAsync();

        var row = await host.OnlyOneAsync();
        Assert.Equal((NotificationState.Undeliverable, reason), (row.State, row.Reason));
        Assert.Empty(_site.Requests);
        var toCall = await host.Get<NotificationDesk>().ToCallAsync(10, CancellationToken.None);
        Assert.Equal(reason == "consent.none" ? [] : [row.Id], toCall.Select(called => called.Id));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_clerk_who_called_has_it_off_the_list(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        await host.AddAsync(About(NotificationKinds.RequestIncomplete, new Recipient()), About(NotificationKinds.RequestReceived, new Recipient()), About(NotificationKinds.RequestAccepted, OnWeChat));
        await host.DispatchAsync();
        var desk = host.Get<NotificationDesk>();
        var missed = Assert.Single(await desk.ToCallAsync(10, CancellationToken.None));

        var told = await desk.ToldAsync(missed.Id, Casework.Audit.Actor.Staff("li"), CancellationToken.None);

        Assert.Equal(host.Time.GetUtcNow(), told.Value!.ToldAt);
        Assert.Empty(await desk.ToCallAsync(10, CancellationToken.None));
        var sent = (await host.ListAsync()).Single(row => row.State == NotificationState.Sent);
        Assert.Equal("notification.underway", (await desk.ToldAsync(sent.Id, Casework.Audit.Actor.Staff("li"), CancellationToken.None)).Failure!.Code);
        Assert.Equal("notification.notFound", (await desk.ToldAsync(Guid.NewGuid(), Casework.Audit.Actor.Staff("li"), CancellationToken.None)).Failure!.Code);
    }

    [Fact]
    public async Task A_one_time_code_goes_to_the_phone_and_nowhere_else()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite, _channel, configure: _site.Set());
        _site.Answers(400);
        await host.AddAsync(About(NotificationKinds.OneTimeCode, OnWeChat) with { Urgent = true });

        await host.DispatchAsync();

        Assert.Empty(_channel.Received);
        Assert.Equal((NotificationState.Failed, "gateway.400"), ((await host.OnlyOneAsync()).State, (await host.OnlyOneAsync()).Reason));
    }

    [Fact]
    public async Task A_text_message_never_tells_the_matter_and_a_neutral_one_nothing_of_law()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite, _channel, configure: _site.Set(options =>
        {
            options.Body = """{"phone":"{phone}","id":"{id}","template":"{template}","text":"{text}"}""";
            options.Templates["appointment.booked.neutral"] = "SMS_NEUTRAL";
        }));
        await host.AddAsync(About(NotificationKinds.AppointmentBooked, ByPhone));
        await host.AddAsync(About(NotificationKinds.AppointmentBooked, ByPhone, "2") with { Neutral = true });
        await host.AddAsync(About(NotificationKinds.AppointmentBooked, OnWeChat, "3") with { Neutral = true });
        await host.DispatchAsync();

        var texts = _site.Requests.Select(request => System.Text.Json.JsonDocument.Parse(request.Body!).RootElement.GetProperty("text").GetString()!).ToList();
        var open = Assert.Single(texts, text => text.StartsWith("【示例县公共法律服务】", StringComparison.Ordinal));
        Assert.DoesNotContain("申请法律援助", open, StringComparison.Ordinal);
        Assert.Contains("11月26日（周四）上午9:30", open, StringComparison.Ordinal);
        var neutral = Assert.Single(texts, text => text.StartsWith("【示例县便民服务】", StringComparison.Ordinal));
        Assert.All([neutral, Assert.Single(_channel.Received).Text], text => Assert.DoesNotMatch("法|律|援助", text));
        Assert.Contains("2611-0042", neutral, StringComparison.Ordinal);
        Assert.Single(_site.Requests, request => request.Body!.Contains("SMS_NEUTRAL", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nothing_personal_stands_in_a_log_or_in_the_clear_in_the_database(StoreProvider provider)
    {
        using var log = new LogLines();
        await using var host = await StartAsync(provider, _channel, configure: services =>
        {
            _site.Set(options => (options.Token, options.Headers["Authorization"]) = ("s3cret", "Bearer {token}"))(services);
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        });
        _channel.Answer = (message, _) => throw new InvalidOperationException(message.Address + message.Text);
        foreach (var status in new[] { 200, 400, 401, 500 })
        {
            _site.Answers(status);
            await host.AddAsync(
                About(NotificationKinds.RequestIncomplete, OnWeChat, $"{status}"), About(NotificationKinds.OneTimeCode, ByPhone, $"{status}"));
            await host.DispatchAsync();
            host.Time.Advance(TimeSpan.FromHours(1));
            await host.DispatchAsync();
        }

        Assert.NotEmpty(log.Lines);
        var rows = await RowsAsync(host);
        Assert.All(
            log.Lines.Append(rows),
            line => Assert.All(["13800138000", "openid-1", "428913", "欠条", "s3cret"], secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));
    }

    public void Dispose() => _site.Dispose();

    private static async Task<string> RowsAsync(CaseworkHost host)
    {
        var messages = await host.Get<CaseworkStore>().ReadAsync(
            (context, token) => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(context.Set<OutboxMessage>(), token), CancellationToken.None);
        return string.Join('\n', messages.Select(message => $"{message.Key} {message.Reason} {message.ForeignId} {System.Text.Encoding.UTF8.GetString(message.Content!)}"));
    }
}
