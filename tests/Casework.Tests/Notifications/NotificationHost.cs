using System.Collections.Concurrent;
using LegalService.Casework.Notifications;
using LegalService.Casework.Notifications.Sending;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LegalService.Casework.Tests.Notifications;

/// <summary>A channel that keeps what it was given, and does what the test wants.</summary>
internal sealed class TestChannel(string name = "wechat") : INotificationChannel
{
    public string Name => name;

    public ConcurrentQueue<ChannelMessage> Received { get; } = new();

    public Func<ChannelMessage, CancellationToken, Task<SendAnswer>> Answer { get; set; } = (_, _) => Task.FromResult(new SendAnswer(SendOutcome.Sent));

    public async Task<SendAnswer> SendAsync(ChannelMessage message, CancellationToken cancellation)
    {
        Received.Enqueue(message);
        return await Answer(message, cancellation);
    }

    public void Answers(SendOutcome outcome, string? reason = null, TimeSpan? retryAfter = null) =>
        Answer = (_, _) => Task.FromResult(new SendAnswer(outcome, reason, RetryAfter: retryAfter));
}

/// <summary>Every line that is logged, at every level.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue(state.ToString() ?? "");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}

/// <summary>What the tests of notifications do again and again.</summary>
internal static class NotificationHost
{
    public const string Subject = "request/2611-0042";

    public static readonly Recipient OnWeChat = new("13800138000", AllowsSms: true, "wechat", "openid-1");

    public static readonly Recipient ByPhone = new("13800138000", AllowsSms: true);

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["service"] = "申请法律援助",
        ["number"] = "2611-0042",
        ["missing"] = "欠条",
        ["due"] = "12月1日",
        ["time"] = "11月26日（周四）上午9:30",
        ["office"] = "示例县法律援助中心",
        ["until"] = "今天18:00",
        ["code"] = "428913",
        ["minutes"] = "5",
    };

    public static Task<CaseworkHost> StartAsync(
        StoreProvider provider, TestChannel channel, CaseworkHost? beside = null, Action<NotificationOptions>? options = null, Action<IServiceCollection>? configure = null) =>
        CaseworkHost.StartAsync(provider, beside?.Folder, beside?.Connection, services =>
        {
            services.AddSingleton<INotificationChannel>(channel);
            if (options is not null)
                services.Configure(options);
            configure?.Invoke(services);
        });

    public static Notification About(string kind, Recipient recipient, string version = "1", string subject = Subject) =>
        new() { Kind = kind, Subject = subject, Version = version, Recipient = recipient, Values = Values };

    public static Task AddAsync(this CaseworkHost host, params Notification[] notifications) => host.Get<CaseworkStore>().WriteAsync(
        async (context, token) =>
        {
            foreach (var notification in notifications)
                await host.Get<Outbox>().AddAsync(context, notification, token);
            return 0;
        },
        CancellationToken.None);

    public static Task<int> DispatchAsync(this CaseworkHost host, CancellationToken cancellation = default) =>
        host.Get<OutboxDispatcher>().DispatchOnceAsync(cancellation);

    public static Task<IReadOnlyList<NotificationRow>> ListAsync(this CaseworkHost host, string subject = Subject) =>
        host.Get<NotificationDesk>().ListAsync(subject, CancellationToken.None);

    public static async Task<NotificationRow> OnlyOneAsync(this CaseworkHost host) => Assert.Single(await host.ListAsync());
}
