using LegalService.Casework.Audit;
using LegalService.Casework.Notifications;
using LegalService.Casework.Notifications.Sending;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static LegalService.Casework.Tests.Notifications.NotificationHost;

namespace LegalService.Casework.Tests.Notifications;

public sealed class OutboxTests
{
    private readonly TestChannel _channel = new();

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_notification_of_a_change_that_was_refused_is_not_sent(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);

        await host.Get<CaseworkStore>().WriteAsync<Result<bool>>(
            async (context, token) =>
            {
                await host.Get<Outbox>().AddAsync(context, About(NotificationKinds.RequestReceived, OnWeChat), token);
                return new Failure("test.refused", "不行");
            },
            CancellationToken.None);

        Assert.Equal(0, await host.DispatchAsync());
        Assert.Empty(_channel.Received);
        Assert.Empty(await host.ListAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task For_one_kind_subject_and_version_one_message_is_sent(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        var received = About(NotificationKinds.RequestReceived, OnWeChat);

        await host.AddAsync(received, received);
        await host.AddAsync(received, received with { Version = "2" }, received with { Kind = NotificationKinds.RequestAccepted }, received with { Subject = "request/2611-0043" });
        await host.DispatchAsync();
        await host.AddAsync(received);

        Assert.Equal(0, await host.DispatchAsync());
        Assert.Equal(4, _channel.Received.Count);
        Assert.Equal(4, _channel.Received.Select(message => message.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_cancelled_is_not_sent_and_what_was_sent_stays_sent(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        await host.AddAsync(About(NotificationKinds.AppointmentBooked, OnWeChat));
        await host.DispatchAsync();
        await host.AddAsync(About(NotificationKinds.AppointmentDayBefore, OnWeChat) with { Due = host.Time.GetUtcNow().AddHours(1) });
        await host.AddAsync(About(NotificationKinds.AppointmentDayBefore, OnWeChat, subject: "other") with { Due = host.Time.GetUtcNow().AddHours(1) });

        await host.Get<CaseworkStore>().WriteAsync(
            async (context, token) =>
            {
                await host.Get<Outbox>().CancelAsync(context, Subject, kinds: null, token);
                return 0;
            },
            CancellationToken.None);
        host.Time.Advance(TimeSpan.FromHours(2));
        await host.DispatchAsync();

        Assert.Equal([NotificationKinds.AppointmentBooked, NotificationKinds.AppointmentDayBefore], _channel.Received.Select(message => message.Kind));
        Assert.Equal([(NotificationState.Sent, null), (NotificationState.Cancelled, "subject.changed")], (await host.ListAsync()).Select(row => (row.State, row.Reason)));
        Assert.Equal(NotificationState.Sent, Assert.Single(await host.ListAsync("other")).State);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_cancelled_while_it_is_being_sent_is_not_tried_again(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        await host.AddAsync(About(NotificationKinds.AppointmentDayBefore, OnWeChat));
        _channel.Answer = async (_, token) =>
        {
            await host.Get<CaseworkStore>().WriteAsync(
                async (context, stop) =>
                {
                    await host.Get<Outbox>().CancelAsync(context, Subject, kinds: null, stop);
                    return 0;
                },
                token);
            return new SendAnswer(SendOutcome.TryLater, "channel.busy");
        };

        await host.DispatchAsync();
        host.Time.Advance(TimeSpan.FromHours(3));

        Assert.Equal(0, await host.DispatchAsync());
        var row = await host.OnlyOneAsync();
        Assert.Equal((NotificationState.Cancelled, "subject.changed"), (row.State, row.Reason));
        Assert.Equal("wechat:channel.busy", Assert.Single(row.Tries).Outcome);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Reminders_move_with_their_appointment_even_when_the_old_ones_were_sent(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        var now = host.Time.GetUtcNow();
        await host.AddAsync(Reminders("0", now.AddHours(25)));
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.DispatchAsync();
        Assert.Equal([NotificationKinds.AppointmentDayBefore], _channel.Received.Select(message => message.Kind));

        await MoveAsync(host, Reminders("1", now.AddDays(3).AddHours(3)));
        host.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(0, await host.DispatchAsync());
        host.Time.Advance(TimeSpan.FromHours(26));
        Assert.Equal(1, await host.DispatchAsync());
        host.Time.Advance(TimeSpan.FromHours(22));
        Assert.Equal(1, await host.DispatchAsync());

        Assert.Equal(
            [NotificationKinds.AppointmentDayBefore, NotificationKinds.AppointmentDayBefore, NotificationKinds.AppointmentHoursBefore],
            _channel.Received.Select(message => message.Kind));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_reminder_whose_time_is_over_before_it_is_made_is_left_out(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);

        await MoveAsync(host, Reminders("1", host.Time.GetUtcNow().AddHours(5)));

        Assert.Equal([NotificationKinds.AppointmentHoursBefore], (await host.ListAsync()).Select(row => row.Kind));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_forgotten_is_not_written_to_and_leaves_no_address(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        await host.AddAsync(About(NotificationKinds.RequestReceived, OnWeChat));

        await host.Get<CaseworkStore>().WriteAsync(
            async (context, token) =>
            {
                await host.Get<Outbox>().ForgetAsync(context, Subject, token);
                return 0;
            },
            CancellationToken.None);

        Assert.Equal(0, await host.DispatchAsync());
        Assert.Null(await ContentAsync(host));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Address_and_contents_are_removed_after_their_time(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        await host.AddAsync(About(NotificationKinds.RequestReceived, OnWeChat));
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.DispatchAsync();
        host.Time.Advance(TimeSpan.FromDays(29));

        Assert.Equal(0, await host.Get<OutboxSweep>().RunOnceAsync(CancellationToken.None));
        Assert.NotNull(await ContentAsync(host));
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await host.Get<OutboxSweep>().RunOnceAsync(CancellationToken.None));

        Assert.Null(await ContentAsync(host));
        Assert.Equal(NotificationState.Sent, (await host.OnlyOneAsync()).State);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_trail_tells_what_was_queued_and_what_became_of_it(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        await host.AddAsync(About(NotificationKinds.RequestReceived, OnWeChat), About(NotificationKinds.RequestAccepted, new Recipient()));
        await host.DispatchAsync();

        var entries = await host.Get<CaseworkStore>().ReadAsync(
            (context, token) => context.Set<AuditEntry>().Where(entry => entry.Subject == Subject).Select(entry => $"{entry.Action} {entry.Detail}").ToListAsync(token), CancellationToken.None);
        Assert.Equal(
            [
                "notification.queued request.accepted", "notification.queued request.received", "notification.sent request.received wechat",
                "notification.undeliverable request.accepted recipient.none",
            ],
            entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_notification_without_a_value_for_a_placeholder_is_a_mistake_of_the_program()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite, _channel);

        await Assert.ThrowsAsync<ArgumentException>(() => host.AddAsync(About(NotificationKinds.RequestReceived, OnWeChat) with { Values = new Dictionary<string, string>() }));
        await Assert.ThrowsAsync<ArgumentException>(() => host.AddAsync(About("request.eaten", OnWeChat)));
    }

    private static Notification[] Reminders(string version, DateTimeOffset start) =>
    [
        About(NotificationKinds.AppointmentDayBefore, OnWeChat, version) with { Due = start.AddDays(-1), Until = start },
        About(NotificationKinds.AppointmentHoursBefore, OnWeChat, version) with { Due = start.AddHours(-2), Until = start },
    ];

    private static Task<int> MoveAsync(CaseworkHost host, Notification[] reminders) => host.Get<CaseworkStore>().WriteAsync(
        async (context, token) =>
        {
            await host.Get<Outbox>().MoveAsync(context, Subject, reminders, token);
            return 0;
        },
        CancellationToken.None);

    private static Task<byte[]?> ContentAsync(CaseworkHost host) => host.Get<CaseworkStore>().ReadAsync(
        (context, token) => context.Set<OutboxMessage>().Select(message => message.Content).SingleAsync(token), CancellationToken.None);
}
