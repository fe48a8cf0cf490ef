using LegalService.Casework.Notifications;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using static LegalService.Casework.Tests.Notifications.NotificationHost;

namespace LegalService.Casework.Tests.Notifications;

public sealed class FollowTests
{
    private readonly TestChannel _channel = new();

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_last_conversation_that_follows_a_matter_hears_of_it(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        await FollowAsync(host, Subject, "openid-1");
        await FollowAsync(host, Subject, "openid-2");
        await FollowAsync(host, "request/other", "openid-3");

        await host.AddAsync(About(NotificationKinds.RequestAccepted, new Recipient()));
        await host.DispatchAsync();

        Assert.Equal(["openid-2"], _channel.Received.Select(message => message.Address));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_follows_a_request_hears_of_its_appointments(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        await FollowAsync(host, Subject, "openid-1");

        await host.AddAsync(About(NotificationKinds.AppointmentBooked, new Recipient(), subject: "appointment/A-1") with { Related = Subject });
        await host.DispatchAsync();

        Assert.Equal(["openid-1"], _channel.Received.Select(message => message.Address));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_follows_no_longer_hears_no_more(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        await FollowAsync(host, Subject, "openid-1");
        await host.Get<ChannelLinks>().UnfollowAsync(Subject, "wechat", CancellationToken.None);

        await host.AddAsync(About(NotificationKinds.RequestAccepted, new Recipient()));
        await host.DispatchAsync();

        Assert.Empty(_channel.Received);
        Assert.Equal(NotificationState.Undeliverable, (await host.OnlyOneAsync()).State);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_forgotten_follows_nothing_and_is_forgotten_in_what_belongs_to_it_too(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);
        await FollowAsync(host, Subject, "openid-1");
        await host.AddAsync(About(NotificationKinds.AppointmentBooked, OnWeChat, subject: "appointment/A-1") with { Related = Subject });
        await host.DispatchAsync();

        var left = await host.Get<CaseworkStore>().WriteAsync(
            async (context, token) =>
            {
                await host.Get<Outbox>().ForgetAsync(context, Subject, token);
                return context.Set<OutboxMessage>().Count(message => message.Content != null) + context.Set<ChannelLink>().Count();
            },
            CancellationToken.None);

        Assert.Equal(0, left);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Two_conversations_that_follow_at_once_both_succeed(StoreProvider provider)
    {
        await using var host = await StartAsync(provider, _channel);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => FollowAsync(host, Subject, $"openid-{number}")));

        await host.AddAsync(About(NotificationKinds.RequestAccepted, new Recipient()));
        await host.DispatchAsync();
        Assert.StartsWith("openid-", Assert.Single(_channel.Received).Address, StringComparison.Ordinal);
    }

    private static Task FollowAsync(CaseworkHost host, string subject, string address) =>
        host.Get<ChannelLinks>().FollowAsync(subject, "wechat", address, CancellationToken.None);
}
