using LegalService.Casework.Audit;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Notifications.Sending;
using LegalService.Casework.Notifications.Sms;
using LegalService.Casework.Notifications.Texts;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Notifications;

internal static class NotificationsRegistration
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOptions<NotificationOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SmsOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => NotificationTexts.Load(provider.GetRequiredService<IOptions<CorpusOptions>>().Value.Notifications));
        services.AddHostedService<TextsStart>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Leases>();
        services.AddSingleton<Ways>();
        services.AddSingleton(provider => new ChannelLinks(
            provider.GetRequiredService<CaseworkStore>(), provider.GetRequiredService<Sealer>(), provider.GetRequiredService<AuditTrail>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<OutboxSweep>();
        services.AddSingleton(provider => new OutboxDispatcher(
            provider.GetRequiredService<Leases>(),
            provider.GetRequiredService<Ways>(),
            provider.GetRequiredService<Sealer>(),
            provider.GetRequiredService<IOptions<NotificationOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OutboxDispatcher>>()));
        services.AddSingleton(provider => new NotificationDesk(
            provider.GetRequiredService<CaseworkStore>(), provider.GetRequiredService<AuditTrail>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Requests.IRequestEvents, RequestNotifications>();
        services.AddSingleton<Appointments.IAppointmentEvents, AppointmentNotifications>();
        services.AddHostedService<Dispatching>();
        services.AddHostedService<Sweeping>();
        services.AddSms();
        return services;
    }

    private static void AddSms(this IServiceCollection services)
    {
        services.AddSingleton<SmsGateway>();
        services.AddSingleton(provider => new SmsTrial(
            provider.GetRequiredService<SmsGateway>(), provider.GetRequiredService<CaseworkStore>(), provider.GetRequiredService<AuditTrail>()));
        services.AddSingleton(provider => new SmsReceipts(
            provider.GetRequiredService<CaseworkStore>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<IOptions<SmsOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        var client = services.AddHttpClient(SmsGateway.Client, SmsGateway.Configure);
        // Its own lines would hold the gateway's address with every message, and at a low level headers with the token.
        client.RemoveAllLoggers();
        // Phone numbers go to the gateway that was set and nowhere else.
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        client.AddResilienceHandler("sms", (pipeline, context) => SmsPipeline.Configure(
            pipeline, context.ServiceProvider.GetRequiredService<IOptions<SmsOptions>>().Value, context.ServiceProvider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>A mistake in the texts is found before the first citizen waits for one.</summary>
    private sealed class TextsStart(IServiceProvider services) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken)
        {
            _ = services.GetRequiredService<NotificationTexts>();
            return Task.CompletedTask;
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Dispatching(OutboxDispatcher dispatcher, IOptions<NotificationOptions> options, TimeProvider time, ILogger<OutboxDispatcher> logger)
        : Background(time, logger)
    {
        protected override TimeSpan Pause => options.Value.PollEvery;

        protected override Task RoundAsync(CancellationToken cancellation) => dispatcher.DispatchOnceAsync(cancellation);
    }

    private sealed class Sweeping(OutboxSweep sweep, TimeProvider time, ILogger<OutboxSweep> logger) : Background(time, logger)
    {
        protected override TimeSpan Pause => TimeSpan.FromHours(1);

        protected override Task RoundAsync(CancellationToken cancellation) => sweep.RunOnceAsync(cancellation);
    }
}
