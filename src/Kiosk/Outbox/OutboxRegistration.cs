using LegalService.Kiosk.Centre;

namespace LegalService.Kiosk.Outbox;

/// <summary>Registers what takes care of everything that citizens send.</summary>
internal static class OutboxRegistration
{
    /// <summary>Adds <see cref="Sender"/> and what brings it to the centre.</summary>
    public static void AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SlipBook>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<KioskMessages>();
        services.AddSingleton<RefusedCall>();
        services.AddSingleton<Deliverer>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<Sender>();
        services.AddHostedService<Courier>();
    }
}
