namespace LegalService.Kiosk.Sessions;

/// <summary>Registers the sessions.</summary>
internal static class SessionsRegistration
{
    /// <summary>Adds <see cref="SessionRegister"/>, and a <see cref="KioskSession"/> for each connection of the screen.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddOptions<SessionOptions>().BindConfiguration("Sessions").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SessionRegister>();
        services.AddScoped<KioskSession>();
        return services;
    }
}
