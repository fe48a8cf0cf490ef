using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Idempotency;

internal static class IdempotencyRegistration
{
    public static IServiceCollection AddIdempotency(this IServiceCollection services)
    {
        services.AddOptions<IdempotencyOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OnceOnly>();
        return services;
    }
}
