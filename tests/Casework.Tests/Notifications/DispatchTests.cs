using LegalService.Casework.Notifications;
using LegalService.Casework.Notifications.Sending;
using LegalService.Casework.Store;
using static LegalService.Casework.Tests.Notifications.NotificationHost;

namespace LegalService.Casework.Tests.Notifications;

public sealed class DispatchTests
{
    private readonly TestChannel _channel = new();

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Servers_that_send_at_the_same_time_send_each_message_once(StoreProvider provider)
    {
        await using var first = await StartAsync(provider, _channel);
        await using var second = await StartAsync(provider, _channel, beside: first);
        await using var third = await StartAsync(provider, _channel, beside: first);
        _channel.Answer = async (_, token) =>
        {
            await Task.Delay(5, token);
            return new SendAnswer(SendOutcome.Sent);
        };
        await first.AddAsync([.. Enumerable.Range(0, 60).Select(number => About(NotificationKinds.RequestReceived, OnWeChat, subject: $"request/{number}"))]);

        var tried = await Task.WhenAll(first.DispatchAsync(), second.DispatchAsync(), third.DispatchAsync(), first.DispatchAsync());

        Assert.Equal(60, tried.Sum());
        Assert.Equal(60, _channel.Received.Count);
        Assert.Equal(60, _channel.Received.Select(message => message.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task After_a_server_died_between_sending_and_noting_it_another_sends_again_with_the_same_id(StoreProvider provider)
    {
        await using var dying = await StartAsync(provider, _channel);
        await using var other = await StartAsync(provider, _channel, beside: dying);
        using var death = new CancellationTokenSource();
        _channel.Answer = async (_, token) =>
        {
            await death.CancelAsync();
            token.ThrowIfCancellationRequested();
            return new SendAnswer(SendOutcome.Sent);
        };
        await dying.AddAsync(About(NotificationKinds.RequestReceived, OnWeChat));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dying.DispatchAsync(death.Token));
        _channel.Answers(SendOutcome.Sent);

        other.Time.Advance(TimeSpan.FromMinutes(3) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await other.DispatchAsync());
        Assert.Equal(NotificationState.Leased, (await other.OnlyOneAsync()).State);
        other.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await other.DispatchAsync());

        Assert.Equal(2, _channel.Received.Count);
        Assert.Single(_channel.Received.Select(message => message.Id).Distinct());
        var row = await other.OnlyOneAsync();
        Assert.Equal(NotificationState.Sent, row.State);
        Assert.Equal([null, "wechat:sent"], row.Tries.Select(attempt => attempt.Outcome));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_server_that_comes_back_after_its_lease_does_not_undo_what_another_wrote(StoreProvider provider)
    {
        await using var slow = await StartAsync(provider, _channel);
        await using var other = await StartAsync(provider, _channel, beside: slow);
        var goOn = new TaskCompletionSource<SendAnswer>();
        _channel.Answer = (_, _) => goOn.Task;
        await slow.AddAsync(About(NotificationKinds.RequestReceived, OnWeChat));
        var sending = slow.DispatchAsync();
        while (_channel.Received.IsEmpty)
            await Task.Delay(5);
        _channel.Answers(SendOutcome.Sent);
        other.Time.Advance(TimeSpan.FromMinutes(5));
        await other.DispatchAsync();

        goOn.SetResult(new SendAnswer(SendOutcome.Refused, "channel.gone"));
        await sending;

        var row = await slow.OnlyOneAsync();
        Assert.Equal((NotificationState.Sent, null), (row.State, row.Reason));
        Assert.Equal(["wechat:channel.gone", "wechat:sent"], row.Tries.Select(attempt => attempt.Outcome));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task In_the_quiet_hours_only_what_is_urgent_goes_out(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        // 9:00 in Beijing.
        host.Time.Advance(TimeSpan.FromHours(12));
        await host.AddAsync(
            About(NotificationKinds.RequestReceived, OnWeChat), About(NotificationKinds.QueueTurn, OnWeChat) with { Urgent = true });

        await host.DispatchAsync();
        Assert.Equal([NotificationKinds.QueueTurn], _channel.Received.Select(message => message.Kind));
        host.Time.Advance(TimeSpan.FromHours(11) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await host.DispatchAsync());
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await host.DispatchAsync());
    }

    [Theory]
    [InlineData(21, 8, 20, false)]
    [InlineData(21, 8, 21, true)]
    [InlineData(21, 8, 3, true)]
    [InlineData(21, 8, 8, false)]
    [InlineData(12, 14, 13, true)]
    [InlineData(12, 14, 14, false)]
    [InlineData(8, 8, 8, false)]
    public void Quiet_hours_count_by_the_clock_of_Beijing_and_may_go_over_midnight(int from, int to, int hour, bool quiet)
    {
        var options = new NotificationOptions { QuietFrom = new TimeOnly(from, 0), QuietTo = new TimeOnly(to, 0) };

        Assert.Equal(quiet, QuietHours.Hold(options, new DateTimeOffset(2026, 11, 25, hour, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_way_that_is_busy_is_tried_again_later_and_later(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel, options: options => (options.QuietFrom, options.QuietTo, options.MaxAttempts) = (default, default, 4));
        _channel.Answers(SendOutcome.TryLater, "channel.busy");
        await host.AddAsync(About(NotificationKinds.RequestReceived, OnWeChat with { AllowsSms = false }));
        List<TimeSpan> waits = [];
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(1, await host.DispatchAsync());
            var row = await host.OnlyOneAsync();
            Assert.Equal((NotificationState.Pending, "channel.busy"), (row.State, row.Reason));
            waits.Add(row.DueAt - host.Time.GetUtcNow());
            Assert.Equal(0, await host.DispatchAsync());
            host.Time.Advance(waits[^1] + TimeSpan.FromMilliseconds(1));
        }

        await host.DispatchAsync();

        Assert.InRange(waits[0], TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30));
        Assert.InRange(waits[1], TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
        Assert.InRange(waits[2], TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120));
        var last = await host.OnlyOneAsync();
        Assert.Equal((NotificationState.Failed, "channel.busy", 4), (last.State, last.Reason, last.Tries.Count));
    }

    [Fact]
    public void The_wait_is_spread_never_longer_than_set_and_not_shorter_than_asked_for()
    {
        var options = new NotificationOptions();

        Assert.Equal(TimeSpan.FromSeconds(15), BackOff.Delay(options, 1, 0, retryAfter: null));
        Assert.Equal(TimeSpan.FromSeconds(30), BackOff.Delay(options, 1, 1, retryAfter: null));
        Assert.Equal(TimeSpan.FromHours(1), BackOff.Delay(options, 500, 1, retryAfter: null));
        Assert.Equal(TimeSpan.FromMinutes(9), BackOff.Delay(options, 1, 1, TimeSpan.FromMinutes(9)));
        Assert.Equal(TimeSpan.FromSeconds(30), BackOff.Delay(options, 1, 1, TimeSpan.FromDays(400)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_of_no_use_any_more_is_not_sent(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        await host.AddAsync(About(NotificationKinds.QueueTurn, OnWeChat) with { Until = host.Time.GetUtcNow().AddMinutes(10) });
        host.Time.Advance(TimeSpan.FromMinutes(10));

        await host.DispatchAsync();

        Assert.Empty(_channel.Received);
        var row = await host.OnlyOneAsync();
        Assert.Equal((NotificationState.Cancelled, "time.over"), (row.State, row.Reason));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_way_that_breaks_or_never_answers_stops_nothing_else(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        _channel.Answer = (message, _) => message.Kind switch
        {
            NotificationKinds.RequestReceived => throw new InvalidOperationException("openid-1"),
            NotificationKinds.RequestAccepted => new TaskCompletionSource<SendAnswer>().Task,
            _ => Task.FromResult(new SendAnswer(SendOutcome.Sent)),
        };
        await host.AddAsync(
            About(NotificationKinds.RequestReceived, OnWeChat), About(NotificationKinds.RequestAccepted, OnWeChat), About(NotificationKinds.RequestAssigned, OnWeChat));

        var sending = host.DispatchAsync();
        while (_channel.Received.Count < 3)
            await Task.Delay(5);
        host.Time.Advance(TimeSpan.FromSeconds(15));
        await sending;

        var rows = (await host.ListAsync()).ToDictionary(row => row.Kind, row => (row.State, row.Reason), StringComparer.Ordinal);
        Assert.Equal((NotificationState.Pending, "way.broken"), rows[NotificationKinds.RequestReceived]);
        Assert.Equal((NotificationState.Pending, "way.timeout"), rows[NotificationKinds.RequestAccepted]);
        Assert.Equal((NotificationState.Sent, null), rows[NotificationKinds.RequestAssigned]);
    }
}
